import { Group, NumberInput } from '@mantine/core';
import {
  EARN_SOURCES,
  type EarnSource,
  type GrowthVersion,
  LIMITED_SOURCES,
} from '@shared/domain/growth/growth-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';

type Earning = Omit<GrowthVersion, 'from'>;
type EarningFieldsProps = { earning: Earning; onChange: (earning: Earning) => void };

const limitedOf = (source: EarnSource) => LIMITED_SOURCES.find((it) => it === source);

/** How much what earns, how often a day, when it settles and when it runs out. */
export function EarningFields({ earning, onChange }: EarningFieldsProps) {
  const t = useMessages(growthValueMessages);
  const { points, perDay, pendingDays, expiryMonths } = earning;
  const whole = { size: 'xs', allowDecimal: false } as const;
  return (
    <>
      <div className={classes.ruleRow}>
        <h3 className={classes.section}>{t('earning')}</h3>
        <span />
        <span className={classes.quiet}>{t('perDay')}</span>
      </div>
      {EARN_SOURCES.map((source) => {
        const limited = limitedOf(source);
        return (
          <div key={source} className={classes.ruleRow}>
            <span>{t(`source.${source}`)}</span>
            <NumberInput
              {...whole}
              aria-label={t(`source.${source}`)}
              data-testid={`growth-points-${source}`}
              min={0}
              max={100_000}
              value={points[source]}
              onChange={(value) =>
                onChange({ ...earning, points: { ...points, [source]: Number(value) || 0 } })
              }
            />
            {limited && (
              <NumberInput
                {...whole}
                aria-label={`${t(`source.${source}`)} ${t('perDay')}`}
                placeholder={t('perDayHint')}
                min={1}
                max={1000}
                value={perDay[limited] ?? ''}
                onChange={(value) => {
                  const { [limited]: _, ...rest } = perDay;
                  const limit = Number(value);
                  onChange({
                    ...earning,
                    perDay: limit > 0 ? { ...rest, [limited]: limit } : rest,
                  });
                }}
              />
            )}
          </div>
        );
      })}
      <Group grow align="flex-start">
        <NumberInput
          {...whole}
          label={t('pendingDays')}
          description={t('pendingHint')}
          min={0}
          max={90}
          value={pendingDays}
          onChange={(value) => onChange({ ...earning, pendingDays: Number(value) || 0 })}
        />
        <NumberInput
          {...whole}
          label={t('expiryMonths')}
          description={t('expiryHint')}
          min={0}
          max={120}
          value={expiryMonths}
          onChange={(value) => onChange({ ...earning, expiryMonths: Number(value) || 0 })}
        />
      </Group>
    </>
  );
}
