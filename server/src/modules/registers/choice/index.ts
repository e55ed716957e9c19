export { type CandidateFacts, type Drop, weightOf } from './candidate-facts';
