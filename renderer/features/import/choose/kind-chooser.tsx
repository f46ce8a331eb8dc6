import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { chooseKind } from '../session/open-file';
import { chooseMessages } from './choose.messages';
import classes from './kind-chooser.module.css';
import { KIND_ICONS, OFFERED_KINDS } from './kinds';

type Props = { chosen: ImportKind; isSmall: boolean; isDisabled: boolean };

/** What the rows of the file are. */
export function KindChooser({ chosen, isSmall, isDisabled }: Props) {
  const t = useMessages(chooseMessages);
  const words = useMessages(wordsMessages);
  return (
    <div className={classes.kinds} data-small={isSmall} role="toolbar" aria-label={t('kinds')}>
      {OFFERED_KINDS.map((kind) => {
        const Picture = KIND_ICONS[kind];
        return (
          <button
            key={kind}
            type="button"
            className={classes.kind}
            data-testid={`import-kind-${kind}`}
            data-chosen={chosen === kind}
            aria-pressed={chosen === kind}
            disabled={isDisabled}
            onClick={() => void chooseKind(kind)}
          >
            <Picture size={isSmall ? 16 : 20} stroke={1.75} aria-hidden />
            <b>{words(`importKind.${kind}`)}</b>
            {!isSmall && <span>{t(`hint.${kind}`)}</span>}
          </button>
        );
      })}
    </div>
  );
}
