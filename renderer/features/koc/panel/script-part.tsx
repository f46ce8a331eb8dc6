import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { CopyButton } from '../copy-button';
import classes from '../koc.module.css';
import { KOC_STEPS } from '../koc-steps';
import { kocPanelMessages } from './koc-panel.messages';
import { kocScriptsMessages } from './koc-scripts.messages';

const SCRIPTS = [
  'invite',
  'disclose',
  'strength',
  'material',
  'first-share',
  'answers',
  'praise',
  'review',
] as const;
type Script = (typeof SCRIPTS)[number];

type ScriptPartProps = {
  /** How they are called in their group. */
  called: string;
  /** The first step that is open. */
  openStep: string | undefined;
};

/** A message for the step that is next, to change and to copy. */
export function ScriptPart({ called, openStep }: ScriptPartProps) {
  const t = useMessages(kocPanelMessages);
  const scripts = useMessages(kocScriptsMessages);
  const say = useBilingual();
  const [chosen, setChosen] = useState<Script>();
  const [draft, setDraft] = useState<{ script: Script; text: string }>();
  const script = chosen ?? SCRIPTS.find((it) => it === openStep) ?? 'invite';
  const ready = scripts(script, { name: called });
  const text = draft?.script === script ? draft.text : ready;
  return (
    <section className={classes.section} data-testid="koc-script">
      <h3>{t('script')}</h3>
      <Select
        size="xs"
        label={t('scriptWhich')}
        allowDeselect={false}
        data={KOC_STEPS.flatMap(({ key, title }) =>
          SCRIPTS.some((it) => it === key) ? [{ value: key, label: say(title) }] : [],
        )}
        value={script}
        onChange={(key) => setChosen(SCRIPTS.find((it) => it === key))}
      />
      <Textarea
        mt={8}
        aria-label={t('scriptText')}
        data-testid="koc-script-text"
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setDraft({ script, text: event.currentTarget.value })}
      />
      <div className={classes.line}>
        <CopyButton
          testId="koc-script-copy"
          text={text}
          words={{ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }}
        />
        {text !== ready && (
          <Button size="compact-xs" variant="subtle" onClick={() => setDraft(undefined)}>
            {t('scriptReset')}
          </Button>
        )}
      </div>
    </section>
  );
}
