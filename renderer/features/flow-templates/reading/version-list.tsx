import { Button, Modal } from '@mantine/core';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { flowTemplatesMessages } from '../flow-templates.messages';
import type { FlowLine } from '../flow-templates.queries';
import { FlowDifferences } from '../words/flow-differences';
import classes from './flow-page.module.css';

type Pair = { before: SopTemplate; after: SopTemplate };

/** All published versions of a flow with what changed in each and how often it was run. */
export function VersionList({ flow }: { flow: FlowLine }) {
  const t = useMessages(flowTemplatesMessages);
  const [pair, setPair] = useState<Pair>();
  return (
    <Card title={t('versions')}>
      <ul className={classes.versions}>
        {flow.published.map((version, index) => {
          const before = flow.published[index + 1];
          const count = flow.runs.ofVersion.get(version.version) ?? 0;
          return (
            <li key={version.id} data-testid="flow-version" data-version={version.version}>
              <b>{t('version', { version: version.version })}</b> ·{' '}
              {count > 0 ? t('runs', { count, n: count }) : t('runsNone')}
              <p>{version.changeNote ?? (before ? t('versionNote') : t('firstVersion'))}</p>
              {before && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => setPair({ before, after: version })}
                >
                  {t('withBefore')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {flow.published.length > 1 && (
        <Button
          component={Link}
          href={`/sop/reviews/versions/${encodeURIComponent(flow.key)}`}
          size="compact-sm"
          variant="light"
        >
          {t('compareRates')}
        </Button>
      )}
      {pair && (
        <Modal
          opened
          onClose={() => setPair(undefined)}
          size={760}
          title={t('diffTitle', { from: pair.before.version, to: pair.after.version })}
        >
          <FlowDifferences before={pair.before} after={pair.after} />
        </Modal>
      )}
    </Card>
  );
}
