import { describe, expect, it } from 'vitest';
import { markRight, moved, newQuestion, toForm, toInput } from '../../web/src/features/course-desk/draft-form';
import { certificateStanding, nextStep, resumeAt } from '../../web/src/features/courses/course-steps';
import { dropAnswers, keepAnswers, readAnswers } from '../../web/src/features/courses/kept-answers';

const TODAY = '2027-03-10';

describe('certificateStanding', () => {
  it.each([
    [null, 'none'],
    [{ validUntil: null }, 'valid'],
    [{ validUntil: '2027-05-10' }, 'valid'],
    [{ validUntil: '2027-05-09' }, 'ending'],
    [{ validUntil: TODAY }, 'ending'],
    [{ validUntil: '2027-03-09' }, 'over'],
  ])('of %j is %s', (certificate, standing) => {
    expect(certificateStanding(certificate, TODAY)).toBe(standing);
  });
});

describe('nextStep', () => {
  const course = {
    readCount: 0,
    lessonCount: 4,
    openAttempt: null,
    certificate: null,
    assignment: null,
    today: TODAY,
  };
  const valid = { validUntil: '2028-01-01' };

  it.each([
    ['nothing read', {}, 'start'],
    ['some read', { readCount: 2 }, 'continue'],
    ['all read', { readCount: 4 }, 'quiz'],
    ['a quiz under way', { readCount: 4, openAttempt: {}, certificate: valid }, 'resumeQuiz'],
    ['a certificate that holds', { readCount: 4, certificate: valid }, 'look'],
    ['one that ends soon', { readCount: 4, certificate: { validUntil: '2027-04-01' } }, 'renew'],
    ['one that is over', { readCount: 4, certificate: { validUntil: '2027-03-01' } }, 'renew'],
    ['one that holds, but asked to take it again', { certificate: valid, assignment: {} }, 'start'],
  ])('with %s', (_what, overrides, step) => {
    expect(nextStep({ ...course, ...overrides })).toBe(step);
  });
});

describe('resumeAt', () => {
  it('is the first lesson not read, else the quiz', () => {
    expect(
      resumeAt([
        { id: 'a', isRead: true },
        { id: 'b', isRead: false },
        { id: 'c', isRead: false },
      ]),
    ).toBe('b');
    expect(resumeAt([{ id: 'a', isRead: true }])).toBe('quiz');
  });
});

describe('answers under way', () => {
  it('survive a reload and are gone once handed in', () => {
    keepAnswers('one', { q: ['a', 'b'] });
    expect([readAnswers('one'), readAnswers('other')]).toEqual([{ q: ['a', 'b'] }, {}]);

    dropAnswers('one');
    expect(readAnswers('one')).toEqual({});
  });

  it('begin empty where the storage holds something else', () => {
    sessionStorage.setItem('doorstep.quiz.torn', '{"q": [');

    expect(readAnswers('torn')).toEqual({});
  });
});

describe('the draft in the form', () => {
  const pair = (en: string): { en: string; zhCN: string } => ({ en, zhCN: `中${en}` });
  const draft = {
    id: 'v',
    number: 2,
    state: 'DRAFT' as const,
    revision: 7,
    name: pair('name'),
    summary: pair('summary'),
    lessons: [{ id: 'l', title: pair('title'), body: pair('body') }],
    questions: [
      {
        id: 'q',
        kind: 'SINGLE' as const,
        prompt: pair('prompt'),
        options: [{ id: 'o', text: pair('yes'), correct: true }],
        explanation: pair('why'),
      },
    ],
    passPercent: 80,
    questionsPerQuiz: 5,
    triesPerDay: 3,
    validityMonths: 24,
    savedAt: '2027-03-10T09:00:00Z',
    savedBy: null,
  };

  it('goes back as it came, without what the server makes itself', () => {
    const { id, number, state, savedAt, savedBy, revision, questions, ...content } = draft;

    expect(toInput(toForm(draft), id, revision)).toEqual({
      ...content,
      versionId: 'v',
      revision: 7,
      questions: questions.map(({ id: _question, options, ...question }) => ({
        ...question,
        options: options.map(({ id: _option, ...option }) => option),
      })),
    });
    expect([number, state, savedAt, savedBy]).toHaveLength(4);
  });

  it('moves an entry by one place and stays put at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect([moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('keeps one right answer in a single choice and several in a multiple one', () => {
    const single = newQuestion();
    const [first, second] = single.options.map(({ key }) => key) as [number, number];
    const rightOf = (question: typeof single): number[] =>
      question.options.filter(({ correct }) => correct).map(({ key }) => key);

    expect(rightOf(markRight(markRight(single, first, true), second, true))).toEqual([second]);
    const multiple = { ...single, kind: 'MULTIPLE' as const };
    expect(rightOf(markRight(markRight(multiple, first, true), second, true))).toEqual([first, second]);
  });
});
