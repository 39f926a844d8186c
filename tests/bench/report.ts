/** Prints a figure and whether it is as aimed at; answers the latter. */
export function report(isWell: boolean, line: string): boolean {
  console.log(`${isWell ? 'well ' : 'SHORT'}  ${line}\n`);
  return isWell;
}
