import type { RulesSection } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { verdictPromise } from './verdict-promise.policy';
import { VerdictRuleSets } from './verdict-rule-sets';

/** The rules of judging in force, in the words of the rules page. */
@Injectable()
export class VerdictPromiseQueries {
  constructor(private readonly rules: VerdictRuleSets) {}

  /** `since` in epoch ms; null where none were published. */
  async of(projectId: string): Promise<{ since: number | null; sections: RulesSection[] }> {
    const { settings, version, publishedAt } = await this.rules.current(projectId);
    return { since: version === 0 ? null : Date.parse(publishedAt), sections: verdictPromise(settings) };
  }
}
