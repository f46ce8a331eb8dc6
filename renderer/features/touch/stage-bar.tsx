import type { TouchStage } from '@shared/domain/touch/touch.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import type { StageCounts } from '@/workers/touch/touch-types';
import { touchMessages } from './touch.messages';
import classes from './touch.module.css';

type StageBarProps = {
  stages: readonly TouchStage[];
  counts: readonly StageCounts[];
  open: string;
  onOpen: (stage: string) => void;
};

/** The stages side by side, each with who waits there. */
export function StageBar({ stages, counts, open, onOpen }: StageBarProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const say = useBilingual();
  return (
    <div className={classes.stages}>
      {stages.map((stage) => {
        const at = counts.find(({ key }) => key === stage.key);
        if (!at) return null;
        return (
          <button
            key={stage.key}
            type="button"
            className={classes.stage}
            aria-pressed={stage.key === open}
            data-testid="touch-stage"
            data-stage={stage.key}
            data-due={at.due}
            data-overdue={at.overdue}
            data-done={at.done}
            onClick={() => onOpen(stage.key)}
          >
            <b>{say(stage.label)}</b>
            <span>
              {t('stageLine', { due: format.count(at.due), overdue: format.count(at.overdue) })}
            </span>
            <span className={classes.quiet}>
              {t('stageDone', {
                done: format.count(at.done),
                left: format.count(at.left),
                missed: format.count(at.missed),
              })}
            </span>
          </button>
        );
      })}
    </div>
  );
}
