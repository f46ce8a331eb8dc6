import type { ReplyHit } from '@shared/domain/replies/reply-search.rules';
import { useMessages } from '@/app/i18n/messages';
import { FoundText, wordsToMark } from '../library/found-text';
import { repliesMessages } from '../replies.messages';
import classes from './quick.module.css';

type QuickHitsProps = {
  hits: readonly ReplyHit[];
  active: number;
  /** What was looked for. */
  text: string;
  onPick: (index: number) => void;
  onCopy: () => void;
};

/** The answers that fit; a click looks at one, a second click copies it. */
export function QuickHits({ hits, active, text, onPick, onCopy }: QuickHitsProps) {
  const t = useMessages(repliesMessages);
  return (
    <div
      id="quick-hits"
      role="listbox"
      aria-label={t('quick.results')}
      className={classes.hits}
      data-testid="quick-reply-hits"
      data-text={text}
    >
      {hits.map((hit, index) => {
        const { reply, match, word = '' } = hit;
        const words = wordsToMark(text, hit);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys work in the field above, which keeps the focus
          <div
            key={reply.id}
            id={`quick-${reply.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.hit}
            data-testid="quick-reply-hit"
            data-id={reply.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (index === active ? onCopy() : onPick(index))}
          >
            <b>
              <FoundText text={reply.keyword} words={words} />
            </b>
            <span className={classes.preview}>
              <FoundText text={reply.answer.replace(/\s+/g, ' ')} words={words} />
            </span>
            {text.trim() !== '' && word !== '' && word !== reply.keyword && (
              <span className={classes.how}>
                {match === 'question' ? t('match.question', { word }) : word}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
