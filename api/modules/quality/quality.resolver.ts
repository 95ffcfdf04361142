import { required } from '../../kernel/required.ts';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { ProviderLevel, requireOwnProvider } from '../providers/index.ts';
import { LEVEL_RULES } from './domain/levels.ts';
import { readLevelStanding } from './my-level.ts';
import { LevelRuleType, LevelStanding } from './quality.type.ts';

@Resolver()
export class QualityResolver {
  @Query(() => [LevelRuleType], { description: 'What each level above trainee asks for; the same for everybody.' })
  levelRules(): LevelRuleType[] {
    return LEVEL_RULES.map(({ level: name, ...rule }) => {
      const level: ProviderLevel = toLevel(name);
      return { ...rule, level };
    });
  }

  @Query(() => LevelStanding, { description: 'Your level and where you stand. For providers.' })
  async myLevel(@Ctx() context: RequestContext): Promise<LevelStanding> {
    return readLevelStanding(context, await requireOwnProvider(context));
  }
}

function toLevel(name: string): ProviderLevel {
  return required(
    Object.values(ProviderLevel).find((level: string) => level === name),
    'a level',
  );
}
