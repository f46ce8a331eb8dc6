import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import type { ExperimentArm } from '@shared/domain/experiments/experiment.schema';
import type { LibraryEntry } from '@shared/domain/library/library-entry.schema';
import { IconBooks, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { LibraryPicker } from '@/features/assets';
import { armKeyAt, armPart, type Draft, rekeyed } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { CoverField } from './cover-field';
import { draftMessages } from './draft.messages';

const MOST_ARMS = 64;
const LABEL_LENGTH = 200;

const KIND_OF: Record<Draft['factor'], LibraryEntry['kind']> = {
  title: 'title',
  cover: 'cover',
  callToAction: 'callToAction',
  text: 'text',
  form: 'title',
  other: 'title',
};

const cut = (line: string) => [...line.trim()].slice(0, LABEL_LENGTH).join('');

type ArmsFieldProps = {
  factor: Draft['factor'];
  arms: ExperimentArm[];
  onChange: (arms: ExperimentArm[]) => void;
};

/** The versions: written, pasted line by line, or taken from the library. */
export function ArmsField({ factor, arms, onChange }: ArmsFieldProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const [pickingFor, setPickingFor] = useState<number>();
  const part = armPart(factor);
  const change = (at: number, patch: Partial<ExperimentArm>) =>
    onChange(arms.map((arm, index) => (index === at ? { ...arm, ...patch } : arm)));
  const own = (text: string): Partial<ExperimentArm> =>
    part === 'text' ? { text } : { label: cut(text) };
  const spread = (at: number, pasted: string): boolean => {
    const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (part !== 'label' || lines.length < 2) return false;
    const made = lines.map((line) => ({ key: '', label: cut(line) }));
    const rest = arms.slice(at + 1).filter(({ label }) => label.trim() !== '');
    onChange(rekeyed([...arms.slice(0, at), ...made, ...rest].slice(0, MOST_ARMS)));
    return true;
  };
  const factorWord = words(`factor.${factor}`);
  return (
    <div className={classes.stack}>
      {arms.map((arm, at) => (
        <div key={arm.key} className={classes.arm}>
          {part === 'asset' ? (
            <CoverField
              label={t('armLabel', { key: arm.key, factor: factorWord })}
              assetId={arm.assetId}
              name={arm.label}
              onPick={(patch) => change(at, patch)}
            />
          ) : (
            <TextInput
              label={
                part === 'text'
                  ? t('armName', { key: arm.key })
                  : t('armLabel', { key: arm.key, factor: factorWord })
              }
              data-testid={`experiment-arm-${arm.key}`}
              maxLength={LABEL_LENGTH}
              value={arm.label}
              onChange={(event) => change(at, { label: event.currentTarget.value })}
              onPaste={(event) => {
                if (spread(at, event.clipboardData.getData('text/plain'))) event.preventDefault();
              }}
            />
          )}
          {part !== 'asset' && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={`${t('fromLibrary')} ${arm.key}`}
              onClick={() => setPickingFor(at)}
            >
              <IconBooks size={18} stroke={1.75} />
            </ActionIcon>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={arms.length <= 2}
            aria-label={t('removeArm', { key: arm.key })}
            onClick={() => onChange(rekeyed(arms.filter((_, index) => index !== at)))}
          >
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
          {part === 'text' && (
            <Textarea
              className={classes.wide}
              aria-label={t('armText', { key: arm.key })}
              data-testid={`experiment-arm-text-${arm.key}`}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={20_000}
              value={arm.text ?? ''}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
      <div className={classes.between}>
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={16} />}
          disabled={arms.length >= MOST_ARMS}
          data-testid="experiment-add-arm"
          onClick={() => onChange([...arms, { key: armKeyAt(arms.length), label: '' }])}
        >
          {t('addArm')}
        </Button>
        {part === 'label' && <p className={classes.quiet}>{t('pasteHint')}</p>}
      </div>
      <LibraryPicker
        opened={pickingFor !== undefined}
        kinds={[KIND_OF[factor]]}
        onClose={() => setPickingFor(undefined)}
        onPick={({ text }) => {
          if (pickingFor === undefined) return;
          const isUnnamed = arms[pickingFor]?.label === '';
          change(pickingFor, {
            ...own(text),
            ...(part === 'text' && isUnnamed && { label: cut(text) }),
          });
        }}
      />
    </div>
  );
}
