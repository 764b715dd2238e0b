// Read by asc and by tsc: the one description of the bytes that cross the boundary. All numbers are f64 but the path, which is i32.
//
// Sentences come in their order and steps in that of their list. costs has a row for each sentence: what it costs to say that the sentence
// tells of step 0, 1, .. K - 1. drops has what it costs to say of each sentence that it tells of none. moves has K + 1 rows of K + 1: row 0
// is the beginning and row a + 1 step a, column b is step b and column K the end; a cell is what it costs that the one comes right after the
// other, with the cost of all steps that are left out between them. A step that goes on in the next sentence costs nothing more.
//
// path has a step for each sentence, NONE where it tells of none. through has K + 1 numbers for each sentence: the least that everything can
// cost where this sentence tells of step 0, 1, .. K - 1, or of none.

/** The place of a sentence that tells of no step. */
export const NONE = -1;

/** f64 of scratch memory: so many for each sentence and step, for each sentence, and for each place before, in and behind the steps. */
export const SCRATCH_PER_CELL = 2;
export const SCRATCH_PER_SENTENCE = 1;
export const SCRATCH_PER_PLACE = 4;
