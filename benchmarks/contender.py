"""scikit-learn as a contender of npm run bench: one process for a workload, asked by lines of JSON on standard input.

{"type": "prepare", "task": ..., "options": ..., "file": ..., "arrays": {name: [rows, columns]}}: the file holds the matrices
one after the other, as 64-bit floats, row by row. {"type": "run", "withResult": true}: runs once, or as often as takes BATCH_SECONDS. Answers are lines of JSON.
"""

import gc
import json
import resource
import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.neighbors import KDTree
from sklearn.tree import DecisionTreeClassifier
from sklearn.tree._tree import Tree, ccp_pruning_path


def k_means(X, initial, maxIter):
    model = KMeans(len(initial), init=initial, n_init=1, tol=0, algorithm="lloyd", max_iter=maxIter)
    return lambda: model.fit(X), lambda fitted: {"inertia": fitted.inertia_, "nIter": fitted.n_iter_}


def nearest(X, queries, k):
    def distances(result):
        return (np.sort(result[0], axis=1) ** 2).ravel().tolist()

    return lambda: KDTree(X).query(queries, k), distances


def fit_tree(X, y, maxDepth):
    labels = y.ravel().astype(int)
    model = DecisionTreeClassifier(max_depth=maxDepth, random_state=0)
    return lambda: model.fit(X, labels), lambda fitted: {"nRight": int((fitted.predict(X) == labels).sum())}


def predict(X, tree, d, depth):
    """A classifier whose tree is replaced by the given one: two columns in preorder, feature (-1 for a leaf) and number."""
    model = DecisionTreeClassifier(random_state=0).fit(np.zeros((3, d)), [0, 1, 2])
    model.tree_ = built(tree, d, lambda row: np.eye(3)[int(row[1])])
    # Its trees see 32-bit floats: predict converts, as it does for anybody who has doubles.
    return lambda: model.predict(X), lambda labels: labels.tolist()


def pruning_path(tree):
    """The path by misclassification: scikit-learn prunes by impurity, so it is given the errors in its place."""
    grown = built(tree, 1, None)
    values = grown.value[:, 0, :]
    grown.impurity[:] = 1 - values.max(axis=1) / values.sum(axis=1)

    def entries(path):
        alphas, risks = path["ccp_alphas"], path["impurities"]
        last = [i for i in range(len(alphas)) if i + 1 == len(alphas) or alphas[i + 1] - alphas[i] > 1e-13]
        return [float(x) for i in last for x in (alphas[i], risks[i])]

    return lambda: ccp_pruning_path(grown), entries


def built(rows, d, value_of):
    """A Tree from nodes in preorder, through the state that it pickles."""
    is_leaf = rows[:, 0] < 0 if value_of else rows[:, 0] > 0
    n = len(rows)
    n_classes = 3 if value_of else rows.shape[1] - 1
    tree = Tree(d, np.array([n_classes], dtype=np.intp), 1)
    nodes = np.zeros(n, dtype=tree.__getstate__()["nodes"].dtype)
    waiting = []
    depth = 0
    for i in range(n):
        if i > 0:
            parent, level = waiting.pop()
            side = "left_child" if nodes["left_child"][parent] == 0 else "right_child"
            nodes[side][parent] = i
        else:
            level = 0
        depth = max(depth, level)
        if is_leaf[i]:
            nodes[i]["left_child"] = nodes[i]["right_child"] = -1
            nodes[i]["feature"] = nodes[i]["threshold"] = -2
        else:
            nodes[i]["feature"], nodes[i]["threshold"] = (rows[i, 0], rows[i, 1]) if value_of else (0, 0)
            waiting += [(i, level + 1), (i, level + 1)]
    values = np.array([value_of(row) for row in rows]) if value_of else rows[:, 1:]
    nodes["n_node_samples"] = np.maximum(1, values.sum(axis=1))
    nodes["weighted_n_node_samples"] = nodes["n_node_samples"]
    tree.__setstate__(
        {"max_depth": depth, "node_count": n, "nodes": nodes, "values": np.ascontiguousarray(values[:, None, :], dtype=float)}
    )
    return tree


TASKS = {"kMeans": k_means, "nearest": nearest, "fitTree": fit_tree, "predict": predict, "pruningPath": pruning_path}

# Tasks shorter than this run again until so much time has gone: a single run shows how fast a processor wakes up.
BATCH_SECONDS = 0.05


def main():
    run = result_of = None
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            if asked["type"] == "prepare":
                flat, start, arrays = np.fromfile(asked["file"]), 0, {}
                for name, (rows, columns) in asked["arrays"].items():
                    arrays[name] = flat[start : start + rows * columns].reshape(rows, columns).copy()
                    start += rows * columns
                run, result_of = TASKS[asked["task"]](**arrays, **asked["options"])
                answer = {"type": "prepared", "version": sklearn.__version__}
            else:
                gc.collect()
                before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                started = time.perf_counter()
                raw = run()
                seconds = time.perf_counter() - started
                megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
                if seconds < BATCH_SECONDS:
                    started, runs = time.perf_counter(), 0
                    while time.perf_counter() - started < BATCH_SECONDS:
                        run()
                        runs += 1
                    seconds = (time.perf_counter() - started) / runs
                ms = seconds * 1000
                answer = {"type": "ran", "ms": ms, "megabytes": megabytes}
                if asked["withResult"]:
                    answer["result"] = result_of(raw)
        except Exception as error:
            answer = {"type": "failed", "reason": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
