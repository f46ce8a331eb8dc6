import type { CheckResult, Finding } from './check.rules';

/** One way to say it otherwise: what goes into the text, and what that means in English. */
export type Rewrite = { text: string; gloss: string };

const HAN = /\p{Script=Han}/u;

/** The middle hidden, head and tail left: 138****5678. */
function masked(number: string): string {
  const letters = [...number];
  const head = Math.min(3, Math.floor(letters.length / 3));
  const tail = Math.min(4, Math.floor(letters.length / 3));
  const hidden = letters.length - head - tail;
  return `${letters.slice(0, head).join('')}${'*'.repeat(hidden)}${letters.slice(-tail).join('')}`;
}

/** The words of a finding without its first letter and without what was put between. */
function restOf(words: string): string {
  return [...words]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(1)
    .join('');
}

/**
 * The ways to rewrite a finding, for its place alone; an empty text leaves the words out. Chinese
 * words get Chinese ones in any window, others the English gloss.
 */
export function rewritesOf({ text, rewrites, family }: Finding): Rewrite[] {
  return rewrites.map(({ zh, en }) => {
    const isMask = zh === '{mask}';
    const rest = restOf(text);
    const fill = (template: string) =>
      template.replace('{mask}', masked(text)).replace('{rest}', rest);
    // “(leave it out)” is said of an empty text, in any language.
    const isChinese = zh === '' || isMask || family === 'own' || HAN.test(text);
    const gloss = fill(en);
    return { text: fill(isChinese ? zh : en), gloss };
  });
}

/** A text with one place rewritten. */
export function rewriteAt(text: string, { start, end }: Finding, rewrite: string): string {
  return text.slice(0, start) + rewrite + text.slice(end);
}

/**
 * A text with the first rewrite of every finding that nobody let stand; low ones, which are often
 * harmless, stay as they are.
 */
export function rewriteAll(text: string, { findings }: CheckResult): string {
  let result = text;
  for (const finding of [...findings].sort((a, b) => b.start - a.start)) {
    const [rewrite] = rewritesOf(finding);
    if (!rewrite || finding.override || finding.risk === 'low') continue;
    result = rewriteAt(result, finding, rewrite.text);
  }
  return result;
}
