/** One of the sets in reference/data. */
export interface Data {
  /** (nSamples, nFeatures); NaN is a missing value. */
  readonly X: number[][];
  /** The class of each row (nSamples), by its place in classNames. */
  readonly y: number[];
  readonly featureNames: string[];
  readonly classNames: string[];
}

export declare const page: Document;
export declare function readData(name: 'iris' | 'wine' | 'breast_cancer' | 'digits'): Data;
export declare function show(svg: SVGElement | HTMLElement, alternative: string): Promise<void>;
export declare const colours: string[];
