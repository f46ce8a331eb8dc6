import { TextInput } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { contentResultsMessages } from '../content-results.messages';
import { type FigureOf, useFigureDraft } from './use-figure-draft';

/** One figure in the item panel: saved when it is left. */
export function FigureField(props: FigureOf) {
  const t = useMessages(contentResultsMessages);
  const { text, setText, problem, save } = useFigureDraft(props);
  return (
    <TextInput
      size="xs"
      inputMode="decimal"
      label={t(`figure.${props.figure}`)}
      value={text}
      error={problem}
      data-testid={`figure-${props.figure}`}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}
