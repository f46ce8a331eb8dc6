import { Accordion, Text } from '@mantine/core';
import type { NamedPersona } from '@shared/domain/insights/persona/persona-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { RuleBuilder, RuleSentence } from '@/features/segments';
import { useBilingual } from '../figures/use-bilingual';
import { personaMessages } from './persona.messages';
import classes from './persona-page.module.css';

type PersonaRulesProps = {
  named: readonly NamedPersona[];
  onChange: (named: NamedPersona[]) => void;
};

/** Each kind's rule as a sentence; opened, it can be changed. */
export function PersonaRules({ named, onChange }: PersonaRulesProps) {
  const t = useMessages(personaMessages);
  const pick = useBilingual();
  return (
    <>
      <Text component="h3" className={classes.legend}>
        {t('personaRules')}
      </Text>
      <Accordion variant="contained" data-testid="persona-rules">
        {named.map((persona) => (
          <Accordion.Item key={persona.key} value={persona.key}>
            <Accordion.Control>
              <Text size="sm" fw={600}>
                {pick(persona.name)}
              </Text>
              <span className={classes.rule}>
                <RuleSentence rule={persona.rule} />
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <RuleBuilder
                value={persona.rule}
                hasNoSample
                onChange={(rule) =>
                  onChange(named.map((it) => (it.key === persona.key ? { ...it, rule } : it)))
                }
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}
