import { Button, Group } from '@mantine/core';
import { checkText } from '@shared/domain/compliance/check.rules';
import { lexicon } from '@shared/domain/compliance/lexicon/lexicon';
import { rewriteAll } from '@shared/domain/compliance/rewrite.rules';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { useOwnWords } from '../own-words.queries';
import { CheckedText } from '../text/checked-text';
import { checkPageMessages } from './check-page.messages';
import classes from './check-page.module.css';
import { KnowsCard } from './knows-card';
import { OwnWordsCard } from './own-words-card';

const termCount = () => [...lexicon().counts.values()].reduce((sum, count) => sum + count, 0);

/** Any text, checked and rewritten; the team's own words; what the check knows and does not. */
export function CheckPage() {
  const t = useMessages(checkPageMessages);
  const format = useFormat();
  const words = useOwnWords();
  const [text, setText] = useState('');
  const [terms] = useState(termCount);

  const rewritten = () => {
    const result = checkText(text, words);
    const changed = result.findings.filter(
      ({ risk, rewrites }) => risk !== 'low' && rewrites.length > 0,
    ).length;
    return { text: rewriteAll(text, result), changed };
  };
  const copy = async () => {
    const { text: clean, changed } = rewritten();
    await navigator.clipboard.writeText(clean);
    showDone(changed === 0 ? t('copiedSame') : t('copied', { n: format.count(changed) }));
  };
  return (
    <Page
      testId="page-calendar-check"
      title={t('title')}
      subtitle={
        words && t('subtitle', { terms: format.count(terms), own: format.count(words.length) })
      }
      ready={words !== undefined}
    >
      <div className={classes.columns}>
        <Card>
          <CheckedText
            label={t('text')}
            description={t('hint')}
            value={text}
            onChange={setText}
            minRows={10}
            maxRows={22}
          />
          <Group mt="md" gap="xs">
            <Button
              data-testid="check-copy"
              leftSection={<IconCopy size={16} aria-hidden />}
              disabled={text.trim() === ''}
              onClick={() => void copy()}
            >
              {t('copy')}
            </Button>
            {text === '' ? (
              <Button variant="subtle" onClick={() => setText(t('sampleText'))}>
                {t('sample')}
              </Button>
            ) : (
              <Button variant="subtle" onClick={() => setText('')}>
                {t('clear')}
              </Button>
            )}
          </Group>
        </Card>
        <div className={classes.side}>
          {words && <OwnWordsCard words={words} />}
          <KnowsCard />
        </div>
      </div>
    </Page>
  );
}
