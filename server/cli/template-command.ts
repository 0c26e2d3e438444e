import { NotFoundError } from '../errors.ts';
import { SHEET_SECTIONS, templateOf } from '../library/templates.ts';
import { print } from './terminal.ts';

/**
 * `interlock template`: the empty sheet of a section, to be filled in and loaded.
 *
 * @throws NotFoundError for a section that cannot be given as a sheet
 */
export function templateCommand(section: string): void {
  const text = templateOf(section);
  if (text === null)
    throw new NotFoundError(
      `There is no sheet of ${section}.`,
      `Name one of these: ${SHEET_SECTIONS.join(', ')}.`,
    );
  print(text.trimEnd());
}
