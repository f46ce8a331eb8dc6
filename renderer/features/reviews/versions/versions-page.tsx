import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import classes from '../reviews.module.css';
import { listVersions, type Version } from '../reviews.queries';
import { VersionDifferences } from './version-differences';
import { VersionRates } from './version-rates';
import { versionsMessages } from './versions.messages';

/** Two versions of a flow side by side. */
export function VersionsPage({ templateKey }: { templateKey: string }) {
  const t = useMessages(versionsMessages);
  const say = useBilingual();
  const versions = useLive(() => listVersions(templateKey), [templateKey]);
  const [newerId, setNewerId] = useState<string>();
  const [olderId, setOlderId] = useState<string>();
  const back = (
    <Button component={Link} href="/sop/reviews" variant="default">
      {t('back')}
    </Button>
  );
  const published = versions?.filter(({ template }) => template.status !== 'draft') ?? [];
  const of = (id: string | undefined) => versions?.find(({ template }) => template.id === id);
  const newer = of(newerId) ?? published[0] ?? versions?.[0];
  const older =
    of(olderId) ??
    published.find(({ template }) => template.version < (newer?.template.version ?? 0));
  if (!versions || !newer) {
    const isMissing = versions !== undefined;
    return (
      <Page testId="page-sop" title={isMissing ? t('missing') : ' '} ready={isMissing}>
        {isMissing && <EmptyState title={t('missing')} text={t('missingText')} action={back} />}
      </Page>
    );
  }
  return (
    <Page
      testId="page-sop"
      ready
      title={t('title', { flow: say(newer.template.name) })}
      subtitle={t('subtitle', { count: versions.length })}
      actions={back}
    >
      {versions.length < 2 ? (
        <p className={classes.text}>{t('only')}</p>
      ) : (
        <div className={classes.stack} data-testid="review-versions">
          <div className={classes.controls}>
            <VersionSelect
              label={t('older')}
              versions={versions}
              value={older?.template.id}
              onChange={setOlderId}
            />
            <VersionSelect
              label={t('newer')}
              versions={versions}
              value={newer.template.id}
              onChange={setNewerId}
            />
          </div>
          {older && (
            <>
              <VersionDifferences a={older.template} b={newer.template} />
              <VersionRates a={older} b={newer} />
            </>
          )}
        </div>
      )}
    </Page>
  );
}

type VersionSelectProps = {
  label: string;
  versions: readonly Version[];
  value: string | undefined;
  onChange: (id: string) => void;
};

function VersionSelect({ label, versions, value, onChange }: VersionSelectProps) {
  const t = useMessages(versionsMessages);
  return (
    <Select
      size="xs"
      w={240}
      label={label}
      allowDeselect={false}
      value={value ?? null}
      data={versions.map(({ template, runs }) => {
        const state = template.isArchived
          ? ` · ${t('archived')}`
          : template.status === 'draft'
            ? ` · ${t('draft')}`
            : '';
        const words = t('versionLong', { version: template.version, runs: runs.length });
        return { value: template.id, label: `${words}${state}` };
      })}
      onChange={(id) => id && onChange(id)}
    />
  );
}
