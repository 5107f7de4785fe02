import type { Card } from './card.ts';
import { clusteringAndNeighbours } from './cards/clusteringAndNeighbours.ts';
import { deepLearning } from './cards/deepLearning.ts';
import { evaluation } from './cards/evaluation.ts';
import { ofTheSource } from './cards/ofTheSource.ts';
import { openProblems } from './cards/openProblems.ts';
import { optimisation } from './cards/optimisation.ts';
import { probability } from './cards/probability.ts';
import { systems } from './cards/systems.ts';
import { treesAndEnsembles } from './cards/treesAndEnsembles.ts';

/** All cards, those of the source first. */
export const cards: readonly Card[] = [
  ...ofTheSource,
  ...clusteringAndNeighbours,
  ...treesAndEnsembles,
  ...deepLearning,
  ...optimisation,
  ...evaluation,
  ...probability,
  ...systems,
  ...openProblems,
];
