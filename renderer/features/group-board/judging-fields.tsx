import { NumberInput } from '@mantine/core';
import {
  ACTIVITY_PARTS,
  DEFAULT_GROUP_LIFE,
  type GroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { judgingMessages } from './judging.messages';
import classes from './judging.module.css';

/** Sections while they are typed; an emptied field is absent. */
export type JudgingDraft = {
  activity: {
    weights: Partial<GroupLifeSettings['activity']['weights']>;
    anchors: Partial<GroupLifeSettings['activity']['anchors']>;
  };
  quiet: Partial<GroupLifeSettings['quiet']>;
  phase: Partial<GroupLifeSettings['phase']>;
  health: Partial<GroupLifeSettings['health']>;
};

const PLAIN = {
  quiet: ['drowsyBelow', 'asleepBelow', 'minUsual', 'lowestSeason'],
  phase: ['earlyDays', 'lateBelow', 'backAbove', 'weeks'],
  health: ['green', 'red'],
} as const;
type PlainSection = keyof typeof PLAIN;
const SECTIONS = ['quiet', 'phase', 'health'] as const satisfies readonly PlainSection[];

/** Shares and multiples go by hundredths, all else by whole numbers. */
const SMALL_STEPS = new Set(['drowsyBelow', 'asleepBelow', 'lowestSeason']);

type JudgingFieldsProps = { draft: JudgingDraft; onChange: (draft: JudgingDraft) => void };

/** All figures by which groups are judged, each with its default. */
export function JudgingFields({ draft, onChange }: JudgingFieldsProps) {
  const t = useMessages(judgingMessages);
  const { activity } = draft;
  const setActivity = (of: 'weights' | 'anchors', key: string, value: number | undefined) =>
    onChange({ ...draft, activity: { ...activity, [of]: { ...activity[of], [key]: value } } });
  return (
    <>
      <section>
        <h3 className={classes.head}>{t('activity')}</h3>
        <p className={classes.quiet}>{t('activityHint')}</p>
        <div className={classes.parts}>
          <span className={classes.quiet}>{t('part')}</span>
          <span className={classes.quiet}>{t('weight')}</span>
          <span className={classes.quiet}>{t('anchor')}</span>
          {ACTIVITY_PARTS.map((key) => (
            <ActivityRow key={key} part={key} draft={activity} onChange={setActivity} />
          ))}
        </div>
      </section>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h3 className={classes.head}>{t(section)}</h3>
          <div className={classes.fields}>
            {PLAIN[section].map((key) => (
              <Field
                key={key}
                testId={`judging-${key}`}
                label={t(key)}
                value={(draft[section] as Record<string, number | undefined>)[key]}
                usual={(DEFAULT_GROUP_LIFE[section] as Record<string, number>)[key] ?? 0}
                isSmall={SMALL_STEPS.has(key)}
                onChange={(value) =>
                  onChange({ ...draft, [section]: { ...draft[section], [key]: value } })
                }
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

type ActivityRowProps = {
  part: (typeof ACTIVITY_PARTS)[number];
  draft: JudgingDraft['activity'];
  onChange: (of: 'weights' | 'anchors', key: string, value: number | undefined) => void;
};

function ActivityRow({ part, draft, onChange }: ActivityRowProps) {
  const t = useMessages(judgingMessages);
  const usual = DEFAULT_GROUP_LIFE.activity;
  const name = t(`part.${part}`);
  return (
    <>
      <span>{name}</span>
      <Field
        testId={`judging-weight-${part}`}
        ariaLabel={`${name} ${t('weight')}`}
        value={draft.weights[part]}
        usual={usual.weights[part]}
        isFirst={part === ACTIVITY_PARTS[0]}
        onChange={(value) => onChange('weights', part, value)}
      />
      <Field
        testId={`judging-anchor-${part}`}
        ariaLabel={`${name} ${t('anchor')}`}
        value={draft.anchors[part]}
        usual={usual.anchors[part]}
        isSmall
        onChange={(value) => onChange('anchors', part, value)}
      />
    </>
  );
}

type FieldProps = {
  testId: string;
  label?: string;
  ariaLabel?: string;
  value: number | undefined;
  usual: number;
  isSmall?: boolean;
  /** Where one is when the form opens. */
  isFirst?: boolean;
  onChange: (value: number | undefined) => void;
};

function Field({ testId, label, ariaLabel, value, usual, isSmall, isFirst, onChange }: FieldProps) {
  const t = useMessages(judgingMessages);
  return (
    <NumberInput
      size="xs"
      hideControls
      data-testid={testId}
      {...(isFirst && { 'data-autofocus': true })}
      {...(label === undefined ? { 'aria-label': ariaLabel } : { label })}
      description={t('default', { value: usual })}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value ?? ''}
      min={0}
      step={isSmall ? 0.05 : 1}
      decimalScale={isSmall ? 3 : 0}
      allowNegative={false}
      error={value === undefined}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}
