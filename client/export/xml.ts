/** What no XML file may hold, escaped or not: control signs and halves of signs. One of them makes a file unreadable. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without signs that XML cannot hold. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '');
}
