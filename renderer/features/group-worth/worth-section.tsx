import { SegmentedControl } from '@mantine/core';
import { WORTH_WEEKS, type WorthWeeks } from '@shared/domain/group-life/worth.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ClassCard } from './economy/class-card';
import { EconomyCard } from './economy/economy-card';
import { WhatIfCard } from './economy/what-if-card';
import { FateCard } from './fate/fate-card';
import { InputsCard } from './inputs/inputs-card';
import { useWorth } from './use-worth';
import { worthMessages } from './worth.messages';
import classes from './worth.module.css';

const FIRST_SPAN: WorthWeeks = 13;
const LATELY_SPAN: WorthWeeks = 4;

/** Whether the group is worth what is put into it, and what is to become of it. */
export function WorthSection({ groupId }: { groupId: string }) {
  const t = useMessages(worthMessages);
  const format = useFormat();
  const [weeks, setWeeks] = useState<WorthWeeks>(FIRST_SPAN);
  const whole = useWorth(groupId, weeks);
  if (!whole) return <div data-testid="group-section-worth" data-ready="false" />;
  const { from, to } = whole.worth;
  return (
    <div className={classes.stack} data-testid="group-section-worth" data-ready="true">
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('span')}
          data-testid="worth-span"
          value={String(weeks)}
          data={WORTH_WEEKS.map((n) => ({ value: String(n), label: t('weeks', { n }) }))}
          onChange={(value) => setWeeks(WORTH_WEEKS.find((n) => String(n) === value) ?? weeks)}
        />
        <span className={classes.quiet}>
          {t('spanText', { from: format.day(from), to: format.day(to) })}
        </span>
      </div>
      <div className={classes.pair}>
        <div className={classes.stack}>
          <FateCard
            whole={whole}
            {...(weeks > LATELY_SPAN && { onLately: () => setWeeks(LATELY_SPAN) })}
          />
          <WhatIfCard whole={whole} />
          <ClassCard whole={whole} weeks={weeks} />
        </div>
        <EconomyCard whole={whole} />
      </div>
      <InputsCard groupId={groupId} from={from} to={to} />
    </div>
  );
}
