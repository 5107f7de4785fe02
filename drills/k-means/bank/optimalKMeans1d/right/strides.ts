// strides that halve, in typed arrays
import { cutting, strides } from './kit.ts';

export const optimalKMeans1d = cutting(strides);
