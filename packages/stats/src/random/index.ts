// Random numbers of other shapes, from the streams of @vitalcore/core
export { dirichlet, fillFrom, fillIntegers, fillNormal, permutation } from "./draws.js";
