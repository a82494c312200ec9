import type { Context, Pubmed } from '#services/context';
import type { DemoPerson } from '#services/demo/demoTeam';
import { WITHDRAWN } from '#services/demo/demoUnderWayRecords';
import { runRetractionCheck, startRetractionCheck } from '#services/imports/checkRetractions';
import { runJob } from '#services/jobs/jobRun';

/** What PubMed would answer, were the invented record one of its own and withdrawn. */
const XML = `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${WITHDRAWN.pmid}</PMID>
<Article><Journal><JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue></Journal><ArticleTitle>${WITHDRAWN.title}</ArticleTitle>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>${WITHDRAWN.notice}</RefSource></CommentsCorrections></CommentsCorrectionsList>
</MedlineCitation></PubmedArticle></PubmedArticleSet>`;

/** A check for retractions that finds one: the record is invented, so PubMed's answer is too, and nobody is asked. */
export async function raiseDemoAlarm(ctx: Context, lead: DemoPerson, reviewId: string): Promise<void> {
  const pubmed: Pubmed = {
    ...ctx.pubmed,
    searchIds: async () => [WITHDRAWN.pmid],
    fetchXml: async function* () {
      yield { xml: XML, asked: 1 };
    },
  };
  const { jobId } = await startRetractionCheck(ctx, lead, reviewId);
  const handlers = { 'check-retractions': { run: runRetractionCheck } };
  await runJob({ ...ctx, pubmed }, { reviewId, jobId }, handlers, true);
}
