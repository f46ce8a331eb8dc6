import { useMessages } from '@/app/i18n/messages';
import classes from '../frame/insights-frame.module.css';
import { insightsMessages } from '../insights.messages';

/** A figure of the articles: dashed, named, never taken for one's own. */
export function CaseMark({ text }: { text: string }) {
  const t = useMessages(insightsMessages);
  return (
    <span className={classes.case}>
      <span>{t('caseIs', { text })}</span>
    </span>
  );
}
