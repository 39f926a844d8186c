/** Lines of CSV as RFC 4180 has them, with texts that stay texts in a spreadsheet. */

/** One line of texts and numbers, CR LF at its end. Numbers are left alone, negative ones too. */
export function csvRow(cells: readonly (string | number | boolean)[]): string {
  const fields = cells.map((cell) => (typeof cell === 'string' ? safeText(cell) || null : String(cell)));
  return `${csvLine(fields)}\r\n`;
}

/** The fields as they are, quoted where they need it; null is nothing, `''` is `""`. No line end. */
export function csvLine(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '' : quote(field))).join(',');
}

const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^-\d+(\.\d+)?$/;

/**
 * An apostrophe before what a spreadsheet would run: `=`, `+`, `-`, `@`, their full-width forms, a tab or a line
 * end, after apostrophes or none. Taking one apostrophe from what begins so gives the text back.
 */
function safeText(given: string): string {
  const text = given.toWellFormed();
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quote(field: string): string {
  return /["',;\r\n\t]|^\s|\s$|^$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
