import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import type { Script } from '@shared/domain/sop/sop.schema';
import { asksOf } from '@shared/domain/step-tools/script-asks.rules';
import { IconCheck, IconCopy, IconCopyPlus, IconPencil } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { scriptMessages } from './script.messages';
import { ScriptEditor } from './script-editor';
import { partsOf } from './script-text';
import classes from './scripts.module.css';
import { wordingKey } from './use-script-uses';

export type Said = 'copied' | 'copyFailed';

type ScriptCardProps = {
  script: Script;
  /** 1-based place among the step's scripts: the key that copies it, where keys do. */
  number: number | undefined;
  /** The chosen variant; the script's own wording without one. */
  variantKey: string | undefined;
  values: Readonly<Record<string, string>>;
  uses: ReadonlyMap<string, number>;
  /** What a script asks for is worth saying where people are answered. */
  showsAsks: boolean;
  said: Said | undefined;
  onVariant: (variantKey: string | undefined) => void;
  onCopy: () => void;
  isEditing: boolean;
  onEditing: (isOn: boolean) => void;
  /** Absent where the step takes no more changes. */
  onAddVariant: (() => void) | undefined;
  /** Absent where the step takes no more changes. */
  onEdit?: ((text: string) => Promise<unknown>) | undefined;
};

const OWN = 'own';

/** One script: readable as it will be sent, in the chosen wording, copied with one click or key. */
export function ScriptCard(props: ScriptCardProps) {
  const { script, number, variantKey, values, uses, said, onVariant, onEdit } = props;
  const t = useMessages(scriptMessages);
  const say = useBilingual();
  const { isEditing, onEditing, onAddVariant } = props;
  const variants = script.variants ?? [];
  const shown = variants.find((variant) => variant.key === variantKey) ?? script;
  const text = say(shown.text);
  const usesOf = (key: string | undefined) => uses.get(wordingKey(script.key, key)) ?? 0;
  const total = [undefined, ...variants.map(({ key }) => key)].reduce(
    (sum, key) => sum + usesOf(key),
    0,
  );
  const withUses = (name: string, key: string | undefined) =>
    usesOf(key) > 0 ? `${name} · ${usesOf(key)}` : name;
  const asks = props.showsAsks ? asksOf(text) : [];
  return (
    <article className={classes.script} data-testid="script-card" data-key={script.key}>
      <header className={classes.scriptHead}>
        <span className={classes.scriptLabel}>
          {number !== undefined && number <= 9 && <kbd className={classes.key}>{number}</kbd>}
          {say(script.label)}
          {props.showsAsks && (
            <span className={classes.hint}>
              {asks.length > 0
                ? t('asks', { what: asks.map((ask) => t(`ask.${ask}`)).join(t('listSeparator')) })
                : t('asksNothing')}
            </span>
          )}
        </span>
        {total > 0 && (
          <span className={classes.hint} data-testid="script-uses" data-count={total}>
            {t('uses', { count: total })}
          </span>
        )}
        {onEdit && !isEditing && (
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('editOf', { name: say(script.label) })}
            onClick={() => onEditing(true)}
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
        {onAddVariant && !isEditing && (
          <ActionIcon
            size="sm"
            variant="subtle"
            data-testid="script-add-variant"
            aria-label={t('addVariant', { name: say(script.label) })}
            title={t('addVariant', { name: say(script.label) })}
            onClick={onAddVariant}
          >
            <IconCopyPlus size={14} />
          </ActionIcon>
        )}
        <Button
          size="compact-sm"
          variant={said === 'copied' ? 'filled' : 'light'}
          leftSection={said === 'copied' ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={props.onCopy}
        >
          {t(said ?? 'copy')}
        </Button>
      </header>
      {variants.length > 0 && (
        <SegmentedControl
          className={classes.variants}
          size="xs"
          aria-label={t('variantsOf', { name: say(script.label) })}
          value={variantKey ?? OWN}
          data={[
            { value: OWN, label: withUses(t('ownWording'), undefined) },
            ...variants.map(({ key, label }) => ({ value: key, label: withUses(say(label), key) })),
          ]}
          onChange={(key) => onVariant(key === OWN ? undefined : key)}
        />
      )}
      {isEditing && onEdit ? (
        <ScriptEditor
          key={variantKey ?? OWN}
          text={text}
          onSave={onEdit}
          onClose={() => onEditing(false)}
        />
      ) : (
        <p className={classes.scriptText}>
          {partsOf(text, values).map((part, index) => (
            <span key={index} className={classes[part.kind]}>
              {part.text}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}
