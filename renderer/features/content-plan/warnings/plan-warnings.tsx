import { Button, Popover, UnstyledButton } from '@mantine/core';
import type { PlanWarning, PlanWarningKind } from '@shared/domain/calendar/guard.types';
import { IconAlertTriangle, IconEyeExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Why } from '@/ui/why';
import classes from './plan-warnings.module.css';
import { useWarningWords } from './use-warning-words';
import { warningsMessages } from './warnings.messages';

type PlanWarningsProps = {
  warnings: readonly PlanWarning[];
  /** Leads to the cell or the items that a line is about. */
  onOpen: (warning: PlanWarning) => void;
};

const GRAVE: ReadonlySet<PlanWarningKind> = new Set(['groupSlot', 'groupDay', 'undisclosed']);
/** Of each kind; an empty month has a hundred empty slots. */
const SHOWN = 5;

function byKind(warnings: readonly PlanWarning[]): [PlanWarningKind, PlanWarning[]][] {
  const kinds = new Map<PlanWarningKind, PlanWarning[]>();
  for (const warning of warnings) {
    const own = kinds.get(warning.kind);
    if (own) own.push(warning);
    else kinds.set(warning.kind, [warning]);
  }
  return [...kinds];
}

/** A button with the number of things to look at; behind it each with the way to it. */
export function PlanWarnings({ warnings, onOpen }: PlanWarningsProps) {
  const t = useMessages(warningsMessages);
  const [isOpen, setOpen] = useState(false);
  if (warnings.length === 0) return null;
  const isGrave = warnings.some(({ kind }) => GRAVE.has(kind));
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={440}
      position="bottom-start"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          data-testid="plan-warnings"
          c={isGrave ? 'var(--q-ember-text)' : 'var(--q-yellow-text)'}
          leftSection={<IconAlertTriangle size={15} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          {t('button', { count: warnings.length, n: warnings.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.list}>
          {byKind(warnings).map(([kind, own]) => (
            <Kind
              key={kind}
              kind={kind}
              warnings={own}
              onOpen={(warning) => {
                setOpen(false);
                onOpen(warning);
              }}
            />
          ))}
          <p className={classes.quiet}>
            <Why word={t('why')}>{t('whyText')}</Why>
          </p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type KindProps = PlanWarningsProps & { kind: PlanWarningKind };

function Kind({ kind, warnings, onOpen }: KindProps) {
  const t = useMessages(warningsMessages);
  const format = useFormat();
  const words = useWarningWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? warnings : warnings.slice(0, SHOWN);
  const Icon = GRAVE.has(kind) ? IconAlertTriangle : IconEyeExclamation;
  return (
    <section data-testid={`plan-warning-${kind}`}>
      <h3 className={classes.kind} data-is-grave={GRAVE.has(kind)}>
        <Icon size={15} aria-hidden />
        {t(`title.${kind}`)}
        <span className={classes.n}>{format.count(warnings.length)}</span>
      </h3>
      {shown.map((warning) => {
        const text = words(warning);
        return (
          <UnstyledButton key={text} className={classes.line} onClick={() => onOpen(warning)}>
            {text}
          </UnstyledButton>
        );
      })}
      {shown.length < warnings.length && (
        <UnstyledButton className={classes.quiet} onClick={() => setWhole(true)}>
          {t('more', { n: warnings.length - shown.length })}
        </UnstyledButton>
      )}
    </section>
  );
}
