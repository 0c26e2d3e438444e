/** Properties of a node or relationship, or columns of a record, as the driver gives them. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * Reads properties by name with their type. What is absent gives the empty value of its type; what has another
 * type than Interlock wrote is an error, since somebody else wrote it.
 */
export class PropertyReader {
  readonly #properties: Properties;

  constructor(properties: Properties) {
    this.#properties = properties;
  }

  text(name: string): string {
    return this.optionalText(name) ?? '';
  }

  optionalText(name: string): string | null {
    const value = this.#value(name);
    if (value === null || typeof value === 'string') return value;
    throw this.#wrong(name, 'text');
  }

  /** Text that is one of a few words. */
  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise?: T): T {
    const value = this.optionalText(name) ?? otherwise;
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw this.#wrong(name, `one of ${allowed.join(', ')}`);
    return found;
  }

  texts(name: string): string[] {
    const value = this.#value(name);
    if (value === null) return [];
    if (Array.isArray(value)) return value.map(String);
    throw this.#wrong(name, 'a list of text');
  }

  number(name: string): number | null {
    const value = this.#value(name);
    if (value === null || typeof value === 'number') return value;
    throw this.#wrong(name, 'a number');
  }

  flag(name: string): boolean | null {
    const value = this.#value(name);
    if (value === null || typeof value === 'boolean') return value;
    throw this.#wrong(name, 'true or false');
  }

  /** A Neo4j date as `YYYY-MM-DD`. */
  date(name: string): string | null {
    const value = this.#value(name);
    return value === null ? null : String(value);
  }

  /** JSON text, checked by a shape; `null` when absent. */
  json<T>(name: string, shape: { readonly parse: (value: unknown) => T }): T {
    return shape.parse(JSON.parse(this.optionalText(name) ?? 'null'));
  }

  map(name: string): Properties {
    const value = this.#value(name);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
    throw this.#wrong(name, 'a map');
  }

  maps(name: string): Properties[] {
    const value = this.#value(name);
    if (!Array.isArray(value)) throw this.#wrong(name, 'a list of maps');
    return value.map((each: unknown) => new PropertyReader({ each }).map('each'));
  }

  #value(name: string): unknown {
    return this.#properties[name] ?? null;
  }

  #wrong(name: string, expected: string): Error {
    const id = String(this.#properties.id ?? '?');
    return new Error(
      `Property "${name}" of "${id}" in Neo4j is not ${expected}; it was changed by something else. Load again.`,
    );
  }
}
