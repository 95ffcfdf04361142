import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQuiz } from '../../../api/modules/training/domain/quiz-draw.ts';
import { gradeQuiz, isAnswerSheetOf, isSameSheet } from '../../../api/modules/training/domain/quiz-grade.ts';
import { buildBank, buildQuestion } from './course.builder.ts';

const aSeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('drawQuiz', () => {
  it('draws different questions of the bank, all answers of each, the same for the same seed', () => {
    fc.assert(
      fc.property(aSeed, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 15 }), (seed, size, count) => {
        const bank = buildBank(size);

        const quiz = drawQuiz(bank, count, seed);

        expect(quiz).toHaveLength(Math.min(size, count));
        expect(new Set(quiz.map(({ questionId }) => questionId)).size).toBe(quiz.length);
        for (const { questionId, optionIds } of quiz) {
          const question = bank.find(({ id }) => id === questionId)!;
          expect(optionIds.toSorted()).toEqual(question.options.map(({ id }) => id).toSorted());
        }
        expect(drawQuiz(bank, count, seed)).toEqual(quiz);
      }),
    );
  });

  it('leaves the bank as it was', () => {
    const bank = buildBank(5);
    const before = structuredClone(bank);

    drawQuiz(bank, 3, 7);

    expect(bank).toEqual(before);
  });

  it('asks each question, and puts each answer first, about equally often', () => {
    const bank = buildBank(8);
    const asked = new Map<string, number>();
    const first = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed += 1) {
      for (const { questionId, optionIds } of drawQuiz(bank, 2, seed * 7_919)) {
        asked.set(questionId, (asked.get(questionId) ?? 0) + 1);
        const place = optionIds[0]!.slice(3);
        first.set(place, (first.get(place) ?? 0) + 1);
      }
    }

    // 8,000 draws over 8 questions and 3 places: five standard deviations on either side.
    expect([...asked.values()]).toHaveLength(8);
    for (const count of asked.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    for (const count of first.values()) expect(Math.abs(count - 8_000 / 3)).toBeLessThan(215);
  });
});

describe('gradeQuiz', () => {
  const bank = [buildQuestion('one'), buildQuestion('two', 2, 2)];
  const drawn = drawQuiz(bank, 2, 1);
  const right = [
    { questionId: 'one', optionIds: ['one-right-0'] },
    { questionId: 'two', optionIds: ['two-right-1', 'two-right-0'] },
  ];

  it('counts a question when exactly the right answers are ticked, in any order', () => {
    expect(gradeQuiz(drawn, bank, right, 100)).toMatchObject({ rightCount: 2, hasPassed: true });
  });

  it.each([
    ['a wrong one', ['one-wrong-0'], ['two-right-0', 'two-right-1']],
    ['nothing', [], ['two-right-0', 'two-right-1']],
    ['only some of the right ones', ['one-right-0'], ['two-right-0']],
    ['a wrong one besides the right ones', ['one-right-0'], ['two-right-0', 'two-right-1', 'two-wrong-0']],
  ])('does not count a question with %s ticked', (_what, one, two) => {
    const answers = [
      { questionId: 'one', optionIds: one },
      { questionId: 'two', optionIds: two },
    ];

    const grade = gradeQuiz(drawn, bank, answers, 80);

    expect(grade).toMatchObject({ rightCount: 1, hasPassed: false });
    expect(grade.questions.map(({ questionId }) => questionId)).toEqual(drawn.map(({ questionId }) => questionId));
  });

  it('takes a question that is left out as wrong, and says what was right', () => {
    const grade = gradeQuiz(drawn, bank, right.slice(0, 1), 50);

    expect(grade).toMatchObject({ rightCount: 1, hasPassed: true });
    expect(grade.questions.find(({ questionId }) => questionId === 'two')).toEqual({
      questionId: 'two',
      chosenIds: [],
      rightIds: ['two-right-0', 'two-right-1'],
      isRight: false,
    });
  });

  it('passes from the pass mark on, to the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 100 }),
        (size, wanted, passPercent) => {
          const questions = buildBank(size);
          const count = Math.min(size, wanted);
          const answers = questions.slice(0, count).map(({ id }) => ({ questionId: id, optionIds: [`${id}-right-0`] }));

          const grade = gradeQuiz(drawQuiz(questions, size, 3), questions, answers, passPercent);

          expect(grade.rightCount).toBe(count);
          expect(grade.hasPassed).toBe(BigInt(count) * 100n >= BigInt(passPercent) * BigInt(size));
        },
      ),
    );
  });

  it('is never passed without questions', () => {
    expect(gradeQuiz([], bank, [], 1).hasPassed).toBe(false);
  });

  it('throws where a question was drawn that the bank lacks', () => {
    expect(() => gradeQuiz(drawn, buildBank(1), [], 80)).toThrow(RangeError);
  });
});

describe('answer sheets', () => {
  const drawn = [
    { questionId: 'a', optionIds: ['1', '2'] },
    { questionId: 'b', optionIds: ['3', '4'] },
  ];

  it.each<[string, { questionId: string; optionIds: string[] }[], boolean]>([
    ['nothing', [], true],
    ['answers of the quiz', [{ questionId: 'b', optionIds: ['4', '3'] }], true],
    ['a question that was not asked', [{ questionId: 'c', optionIds: [] }], false],
    ['an answer of another question', [{ questionId: 'a', optionIds: ['3'] }], false],
    ['an answer ticked twice', [{ questionId: 'a', optionIds: ['1', '1'] }], false],
    [
      'a question answered twice',
      [
        { questionId: 'a', optionIds: ['1'] },
        { questionId: 'a', optionIds: ['2'] },
      ],
      false,
    ],
  ])('with %s: fits %s', (_what, answers, fits) => {
    expect(isAnswerSheetOf(drawn, answers)).toBe(fits);
  });

  it('are the same whatever the order, and differ by one tick', () => {
    const sheet = [
      { questionId: 'a', optionIds: ['1', '2'] },
      { questionId: 'b', optionIds: [] },
    ];

    expect(isSameSheet(sheet, [{ questionId: 'a', optionIds: ['2', '1'] }])).toBe(true);
    expect(isSameSheet(sheet, [{ questionId: 'a', optionIds: ['1'] }])).toBe(false);
    expect(isSameSheet(sheet, [...sheet.slice(0, 1), { questionId: 'b', optionIds: ['3'] }])).toBe(false);
  });
});
