import { useMessages } from '@/app/i18n/messages';
import { ComparisonTable, useFunnel } from '@/features/funnel';
import { Card } from '@/ui/card';
import classes from '../reviews.module.css';
import type { Version } from '../reviews.queries';
import { versionsMessages } from './versions.messages';

const scopeOf = ({ runs }: Version) => ({
  scope: { of: 'runs' as const, runIds: runs.map(({ id }) => id) },
});

/** The conversions of each version over all its runs, with n, interval and verdict. */
export function VersionRates({ a, b }: { a: Version; b: Version }) {
  const t = useMessages(versionsMessages);
  const hasRuns = a.runs.length > 0 && b.runs.length > 0;
  const before = useFunnel(hasRuns ? scopeOf(a) : undefined);
  const after = useFunnel(hasRuns ? scopeOf(b) : undefined);
  return (
    <Card title={t('rates')}>
      {hasRuns ? (
        before &&
        after && (
          <>
            <p className={classes.quiet}>
              {t('ratesText', {
                a: a.template.version,
                aRuns: a.runs.length,
                b: b.template.version,
                bRuns: b.runs.length,
              })}
            </p>
            <ComparisonTable
              a={{
                name: t('version', { version: a.template.version }),
                bars: before.steps.map(({ bar }) => bar),
              }}
              b={{
                name: t('version', { version: b.template.version }),
                bars: after.steps.map(({ bar }) => bar),
              }}
              steps={[...after.steps, ...before.steps]}
            />
          </>
        )
      ) : (
        <p className={classes.text}>{t('noRuns')}</p>
      )}
    </Card>
  );
}
