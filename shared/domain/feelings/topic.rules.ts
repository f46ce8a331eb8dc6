import data from '../../../resources/feelings/topics.json';
import { COMMENT_TOPICS, type CommentTopic } from './comment.schema';
import type { PlainText } from './reading/plain-text';
import { type FoundWord, WordFinder } from './reading/word-finder';

type Named = { topic: CommentTopic; weight: number };

const isTopic = (name: string): name is CommentTopic =>
  (COMMENT_TOPICS as readonly string[]).includes(name);

const finders = Object.entries(data.topics).flatMap(([topic, words]) => {
  if (!isTopic(topic)) return [];
  const list = Object.entries(words as Record<string, number>);
  return [new WordFinder<Named>(list.map(([word, weight]) => [word, { topic, weight }] as const))];
});

export type TopicReading = {
  topic: CommentTopic;
  /** Sum of the weights of the words found, for each topic that has any. */
  scores: Partial<Record<CommentTopic, number>>;
  words: FoundWord<Named>[];
};

/** What a comment is about: the topic whose words weigh most; of equals the first in the list. */
export function topicOf({ text }: PlainText): TopicReading {
  const scores: TopicReading['scores'] = {};
  const found = finders.flatMap((finder) => finder.find(text));
  for (const { value } of found) scores[value.topic] = (scores[value.topic] ?? 0) + value.weight;
  let topic: CommentTopic = 'other';
  for (const one of COMMENT_TOPICS) {
    if ((scores[one] ?? 0) > (scores[topic] ?? 0)) topic = one;
  }
  return { topic, scores, words: found.filter(({ value }) => value.topic === topic) };
}
