import { describe, expect, it } from 'vitest';
import { reviewKind, reviewsFirst } from '#core/protocol/priorReviews';

describe('reviews among the records found', () => {
  it.each([
    ['Statins for stroke: a systematic review', [], 'systematic-review'],
    ['Statins for stroke', ['Journal Article', 'Meta-Analysis'], 'systematic-review'],
    ['Statins: a network meta-analysis', [], 'systematic-review'],
    ['Yoga for pain: a scoping review', [], 'systematic-review'],
    ['Statins for stroke: protocol for a systematic review', ['Journal Article'], 'protocol'],
    ['Statins today', ['Review'], 'review'],
    ['A randomised trial of statins: study protocol', ['Clinical Trial Protocol'], 'none'],
    ['Statins for stroke', ['Randomized Controlled Trial'], 'none'],
  ])('%s %j: %s', (title, publicationTypes, kind) => {
    expect(reviewKind({ title, publicationTypes })).toBe(kind);
  });

  it('stand first, in an order that is otherwise kept', () => {
    const records = ['a trial', 'a protocol for a systematic review', 'another trial', 'a systematic review'].map(
      title => ({
        title,
        publicationTypes: [],
      }),
    );
    expect(reviewsFirst(records).map(({ title }) => title)).toEqual([
      'a systematic review',
      'a protocol for a systematic review',
      'a trial',
      'another trial',
    ]);
  });
});
