import { Textarea, TextInput } from '@mantine/core';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import type { Bilingual } from '@/app/i18n/use-bilingual';
import { editorMessages } from './editor.messages';

/** Whether texts are written in the other language as well. */
export const BothLanguages = createContext(false);

/** A pause in typing after which what was typed is kept. */
const PAUSE_MS = 1200;
const LONGEST = 5000;

type PlainTextProps = {
  label: string;
  value: string;
  isLong?: boolean;
  maxLength?: number;
  testId?: string;
  placeholder?: string;
  onChange: (text: string) => void;
};

/** A field that is kept when one leaves it or pauses, so that a word typed is one step to undo. */
export function DraftText(props: PlainTextProps) {
  const { label, value, isLong, maxLength = LONGEST, testId, placeholder, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const keep = useRef<() => void>(() => undefined);
  keep.current = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed !== value) onChange(typed);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause begins with every key
  useEffect(() => {
    const timer = setTimeout(() => keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Leaving the page with a half-typed word keeps it too.
  useEffect(() => () => keep.current(), []);
  const shared = {
    label,
    maxLength,
    placeholder,
    value: typed ?? value,
    onBlur: () => keep.current(),
    ...(testId === undefined ? {} : { 'data-testid': testId }),
  };
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={14}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={(event) => setTyped(event.currentTarget.value)} />
  );
}

type BilingualTextProps = Omit<PlainTextProps, 'value' | 'onChange'> & {
  value: Bilingual;
  onChange: (text: Bilingual) => void;
};

/** A text in the window's language, and in the other one when both are written. */
export function BilingualText({ value, onChange, ...props }: BilingualTextProps) {
  const t = useMessages(editorMessages);
  const isBoth = useContext(BothLanguages);
  const isEnglish = currentLanguage() === 'en';
  const own = isEnglish ? 'en' : 'zh';
  const other = isEnglish ? 'zh' : 'en';
  return (
    <>
      <DraftText
        {...props}
        value={value[own]}
        placeholder={props.placeholder ?? value[other].slice(0, 80)}
        onChange={(text) => onChange({ ...value, [own]: text })}
      />
      {isBoth && (
        <DraftText
          label={`${props.label} · ${t('english')}`}
          {...(props.isLong ? { isLong: true } : {})}
          value={value[other]}
          onChange={(text) => onChange({ ...value, [other]: text })}
        />
      )}
    </>
  );
}
