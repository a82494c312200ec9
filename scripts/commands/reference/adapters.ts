import * as bayes from '#scripts/commands/reference/bayes';
import * as bias from '#scripts/commands/reference/bias';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import * as conversions from '#scripts/commands/reference/conversions';
import * as diagnostic from '#scripts/commands/reference/diagnostic';
import * as doses from '#scripts/commands/reference/doses';
import * as effects from '#scripts/commands/reference/effects';
import * as generalised from '#scripts/commands/reference/generalised';
import * as models from '#scripts/commands/reference/models';
import * as multilevel from '#scripts/commands/reference/multilevel';
import * as network from '#scripts/commands/reference/network';
import * as pooling from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';
import * as scales from '#scripts/commands/reference/scales';
import * as selection from '#scripts/commands/reference/selection';
import * as sequential from '#scripts/commands/reference/sequential';
import * as smallStudy from '#scripts/commands/reference/smallStudy';
import * as tables from '#scripts/commands/reference/tables';

export type Adapter = (file: ReferenceFile, args: CaseArguments, id: string) => unknown;

/** How each type of case is answered by core. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  escalc: effects.escalc,
  rma: pooling.rma,
  het_Q: pooling.hetQ,
  confint: pooling.confint,
  'rma.mh': tables.mantelHaenszel,
  mh_leave1out: tables.mantelHaenszelLeaveOneOut,
  mh_cumul: tables.mantelHaenszelCumulative,
  mh_rd_revman: tables.riskDifferenceRevMan,
  revman5_mh_random: tables.revManRandom,
  'rma.peto': tables.peto,
  peto_leave1out: tables.petoLeaveOneOut,
  rma_mods: models.rmaMods,
  lrt_mods: models.lrtMods,
  subgroup: models.subgroup,
  subgroup_common: models.subgroupCommon,
  leave1out: models.leave1out,
  cumul: models.cumul,
  influence: models.influence,
  influence_mods: models.influenceMods,
  baujat: models.baujat,
  blup: models.blup,
  permutest: models.permutest,
  transf: scales.transf,
  backtransform: scales.backtransform,
  henmi_copas: scales.henmiCopas,
  prop_ci: scales.propCi,
  ci_to_se: scales.ciToSe,
  smd_variants: scales.smdVariants,
  'rma.mv': multilevel.rmaMv,
  'rma.mv_confint': multilevel.rmaMvConfint,
  'rma.mv_fe': multilevel.rmaMvFixed,
  'rma.mv_un': multilevel.rmaMvUnstructured,
  robust: multilevel.robust,
  nma_data: network.nmaData,
  nma: network.nma,
  nma_split: network.nmaSplit,
  nma_decomp: network.nmaDecomposition,
  selmodel: selection.selmodel,
  'rma.glmm': generalised.rmaGlmm,
  regtest: smallStudy.regtest,
  trimfill: smallStudy.trimfill,
  fsn: smallStudy.fsn,
  tes: smallStudy.tes,
  ranktest: smallStudy.ranktest,
  begg_S: smallStudy.beggS,
  petpeese: smallStudy.petPeese,
  harbord: smallStudy.harbord,
  peters: smallStudy.peters,
  macaskill: smallStudy.macaskill,
  deeks: smallStudy.deeks,
  ruecker_as: smallStudy.ruecker,
  pustejovsky: smallStudy.pustejovsky,
  bayes_re: bayes.bayesianRandomEffects,
  dta_bivariate: diagnostic.diagnosticBivariate,
  dose_response: doses.doseResponseCase,
  limitmeta: bias.limitMeta,
  lfk: bias.lfk,
  pairwise_D: bias.pairwiseDiversity,
  pcurve: bias.pCurve,
  convert: conversions.convert,
  summary_of_findings: conversions.summaryOfFindings,
  tsa_ris: sequential.informationSize,
  tsa_bounds: sequential.spentBoundaries,
  tsa_power: sequential.power,
  tsa_futility: sequential.futility,
  tsa_stagewise: sequential.stagewise,
  tsa: sequential.sequential,
};
