import { useEffect } from 'react';

let print: (() => void) | undefined;

/** The page on screen prints itself when the menu says so. */
export function usePrintCommand(onPrint: () => void): void {
  useEffect(() => {
    print = onPrint;
    return () => {
      if (print === onPrint) print = undefined;
    };
  }, [onPrint]);
}

/** @returns whether a page on screen took the command */
export function runPrintCommand(): boolean {
  print?.();
  return print !== undefined;
}
