import { type Figures, figureRemarks } from '@shared/domain/content-results/figures.rules';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { contentResultsMessages } from '../content-results.messages';
import classes from './figures.module.css';

/** What does not go together, said and left as typed. */
export function FigureRemarks({ figures }: { figures: Figures }) {
  const t = useMessages(contentResultsMessages);
  return figureRemarks(figures).map((remark) => (
    <p
      key={remark.kind === 'moreThan' ? remark.key : remark.kind}
      className={classes.warn}
      data-testid="figure-remark"
    >
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />{' '}
      {remark.kind === 'noOrders'
        ? t('remark.noOrders')
        : t('remark.moreThan', {
            key: t(`figure.${remark.key}`),
            than: t(`figure.${remark.than}`),
          })}
    </p>
  ));
}
