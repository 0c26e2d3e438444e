/** In which editions of its list or register a fact was seen, as ids of their sources: `list/bis-meu/2026-07-09`. */
export interface Seen {
  readonly first: string;
  /** Last edition that has it; null while the newest one does, so that a further edition with it changes nothing. */
  readonly last: string | null;
}
