import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { COMPLIANCE_RISKS, type LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { checkPageMessages } from './check-page.messages';

export type WordUse = Pick<LexiconWord, 'kind' | 'risk'>;

/** What words are for: found with a risk, or let through. */
export function WordChoice(props: { value: WordUse; onChange: (value: WordUse) => void }) {
  const { value, onChange } = props;
  const t = useMessages(checkPageMessages);
  const words = useMessages(wordsMessages);
  return (
    <Group gap="lg" align="flex-start">
      <Stack gap={4}>
        <Text size="sm">{t('kind')}</Text>
        <SegmentedControl
          aria-label={t('kind')}
          value={value.kind}
          data={(['find', 'allow'] as const).map((kind) => ({
            value: kind,
            label: t(`kind_${kind}`),
          }))}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      </Stack>
      {value.kind === 'find' && (
        <Stack gap={4}>
          <Text size="sm">{t('risk')}</Text>
          <SegmentedControl
            aria-label={t('risk')}
            value={value.risk}
            data={[...COMPLIANCE_RISKS].reverse().map((risk) => ({
              value: risk,
              label: words(`riskLevel.${risk}`),
            }))}
            onChange={(risk) => onChange({ ...value, risk })}
          />
        </Stack>
      )}
    </Group>
  );
}
