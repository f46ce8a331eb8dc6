import type { Gate, GateItem } from '@shared/domain/sop/gate.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { stepMessages } from '../step.messages';
import classes from './step-metric.module.css';

const SHOWN = 3;

/** Brings an item of the checklist into sight and puts the keyboard on it. */
function goTo(key: string): void {
  const item = document.getElementById(`check-${key}`);
  item?.scrollIntoView({ block: 'center' });
  const field = item?.querySelector<HTMLElement>('input:not([disabled])');
  (field ?? item)?.focus({ preventScroll: true });
}

/** What is still missing before the step is done, each a way to it. */
export function GateNote({ step, gate }: { step: SopStep; gate: Gate }) {
  const t = useMessages(stepMessages);
  if (gate.missing.length === 0) return null;
  const isCritical = step.definition.rigour === 'critical';
  const count = gate.missing.length;
  return (
    <p className={classes.gate} data-critical={isCritical}>
      <span>{t(isCritical ? 'openCritical' : 'openHint', { count })}</span>
      {gate.missing.slice(0, SHOWN).map((item) => (
        <MissingItem key={item.key} item={item} step={step} />
      ))}
      {count > SHOWN && <span>…</span>}
    </p>
  );
}

function MissingItem({ item, step }: { item: GateItem; step: SopStep }) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const definition = step.definition.checklist.find(({ key }) => key === item.key);
  if (!definition) return null;
  const why = item.state === 'failedNoted' ? t('missingFailed') : undefined;
  return (
    <button
      type="button"
      className={classes.missing}
      title={say(definition.label)}
      onClick={() => goTo(item.key)}
    >
      {say(definition.label)}
      {why}
    </button>
  );
}
