import { Select } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { Why } from '@/ui/why';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { useGroupNames } from '../use-koc';
import { EffectTable } from './effect-table';
import { kocPanelMessages } from './koc-panel.messages';

type EffectPartProps = {
  memberId: string;
  groupIds: readonly string[];
  mainGroupId: string | undefined;
};

/** What changes around somebody on the days of their posts; one group, one question. */
export function EffectPart({ memberId, groupIds, mainGroupId }: EffectPartProps) {
  const words = useMessages(kocMessages);
  const t = useMessages(kocPanelMessages);
  const groupName = useGroupNames();
  const [chosen, setChosen] = useState<string>();
  const main = groupIds.find((id) => id === mainGroupId) ?? groupIds[0];
  const groupId = groupIds.find((id) => id === chosen) ?? main;
  const answer = useAnswer(groupId && `effect ${memberId} ${groupId}`, async () => ({
    effect: await dataWorker().kocs.effect(memberId, groupId ?? ''),
  }));
  return (
    <section
      className={classes.section}
      data-testid="koc-effect"
      data-ready={groupId === undefined || answer !== undefined}
    >
      <h3>
        {t('effect')} <Why word={words('why')}>{t('effectWhy')}</Why>
      </h3>
      {groupId === undefined && <p className={classes.quiet}>{t('effectNoGroup')}</p>}
      {groupIds.length > 1 && (
        <Select
          size="xs"
          label={t('effectGroup')}
          allowDeselect={false}
          data={groupIds.map((id) => ({ value: id, label: groupName(id) ?? id }))}
          value={groupId ?? null}
          onChange={(id) => setChosen(id ?? undefined)}
        />
      )}
      {answer && !answer.effect && <p className={classes.quiet}>{t('effectGone')}</p>}
      {answer?.effect && <EffectTable effect={answer.effect} />}
    </section>
  );
}
