import type { Finding } from '@shared/domain/compliance/check.rules';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import classes from './checked-text.module.css';

type TextMarksProps = {
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  text: string;
  findings: readonly Finding[];
  activeStart: number | undefined;
};

/** Everything that decides where letters stand. */
const MEASURES =
  /^(?:font|text-(?!decoration|emphasis|shadow)|letter|word|line|tab|hyphen|overflow-wrap|direction|padding|-webkit-locale)/;

function takeMeasures(from: HTMLElement, to: HTMLElement): void {
  const style = getComputedStyle(from);
  for (const name of style) {
    if (MEASURES.test(name)) to.style.setProperty(name, style.getPropertyValue(name));
  }
}

/**
 * The text of a field once more, unseen but for the lines under what was found, over the field and
 * with its very measures: it wraps and scrolls alike.
 */
export function TextMarks({ fieldRef, text, findings, activeStart }: TextMarksProps) {
  const layer = useRef<HTMLDivElement | null>(null);

  useLayoutEffect(() => {
    const field = fieldRef.current;
    const marks = layer.current;
    if (!field || !marks) return undefined;
    const scroll = () => {
      marks.scrollTop = field.scrollTop;
    };
    const fit = () => {
      takeMeasures(field, marks);
      marks.style.left = `${field.offsetLeft + field.clientLeft}px`;
      marks.style.top = `${field.offsetTop + field.clientTop}px`;
      // Without the scroll bar, which takes width from the text.
      marks.style.width = `${field.clientWidth}px`;
      marks.style.height = `${field.clientHeight}px`;
      scroll();
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(field);
    field.addEventListener('scroll', scroll);
    return () => {
      observer.disconnect();
      field.removeEventListener('scroll', scroll);
    };
  }, [fieldRef]);

  // A new text may bring or take the scroll bar, or move the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for each text
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (!field || !layer.current) return;
    layer.current.style.width = `${field.clientWidth}px`;
    layer.current.style.height = `${field.clientHeight}px`;
    layer.current.scrollTop = field.scrollTop;
  }, [fieldRef, text, findings]);

  return (
    <div ref={layer} className={classes.marks} aria-hidden>
      {pieces(text, findings, activeStart)}
      {'\u200b'}
    </div>
  );
}

function pieces(
  text: string,
  findings: readonly Finding[],
  activeStart: number | undefined,
): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, risk, override, family } of findings) {
    // The end of a text that is too long may hold other findings.
    if (start < at || family === 'length') continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark
        key={start}
        data-start={start}
        data-risk={override ? 'calm' : risk}
        data-active={start === activeStart}
      >
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
