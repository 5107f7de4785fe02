"""Writes what scikit-learn gives on reference/data into expected/*.json.

Run with Debian's python3-sklearn (1.2.1): /usr/bin/python3 tests/agreement/expected.py
It reads the same files as the tests, with the same numbering of names (tests/data.ts).
"""

import csv
import json
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.ensemble import GradientBoostingRegressor, HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.tree._tree import Tree, _build_pruned_tree_ccp, ccp_pruning_path

HERE = Path(__file__).parent
SEEDS = 100


def read(name):
    with open(HERE / "../../reference/data" / f"{name}.csv") as file:
        rows = list(csv.reader(file))[1:]
    columns = [numbers(column) for column in zip(*rows)]
    names = sorted({row[-1] for row in rows})
    return np.array(columns[:-1], dtype=float).T.copy(), np.array([names.index(row[-1]) for row in rows])


def numbers(column):
    names = sorted(set(column) - {"NA"})
    try:
        [float(name) for name in names]
        return [np.nan if cell == "NA" else float(cell) for cell in column]
    except ValueError:
        return [np.nan if cell == "NA" else names.index(cell) for cell in column]


def complete_penguins():
    """Penguins without missing cells: bill length and depth, flipper length; and body mass to predict."""
    X, _ = read("penguins")
    X = X[~np.isnan(X).any(axis=1)]
    return X[:, 1:4].copy(), X[:, 4].copy()


def digits_of(labels):
    return "".join(str(int(label)) for label in labels)


# k-means


def trajectory(X, initial_rows):
    """The state after 1, 2, ... updates until nothing changes. n_iter_ counts assignments, so it is one more than the updates."""
    centroids = X[initial_rows]

    def run(max_iter):
        return KMeans(len(centroids), init=centroids, n_init=1, tol=0, algorithm="lloyd", max_iter=max_iter).fit(X)

    settled = run(1000)
    steps = [run(m) for m in range(1, settled.n_iter_)]
    return {
        "initialRows": initial_rows,
        "nIter": settled.n_iter_ - 1,
        "inertias": [step.inertia_ for step in steps],
        "labels": [digits_of(step.labels_) for step in steps],
        "centroids": settled.cluster_centers_.tolist(),
    }


def mini_batches(X, initial_rows, batch_size):
    """Centroids after each batch. Without reassignment of small clusters, which draws random rows."""
    model = MiniBatchKMeans(len(initial_rows), init=X[initial_rows], n_init=1, reassignment_ratio=0)
    centroids = []
    for start in range(0, len(X), batch_size):
        model.partial_fit(X[start : start + batch_size])
        centroids.append(model.cluster_centers_.tolist())
    return {"initialRows": initial_rows, "batchSize": batch_size, "centroids": centroids}


def k_means():
    X = {name: read(name)[0] for name in ["iris", "wine", "breast_cancer", "digits"]}
    return {
        "trajectories": {
            "iris": trajectory(X["iris"], [0, 50, 100]),
            "wine": trajectory(X["wine"], [0, 60, 140]),
            "breast_cancer": trajectory(X["breast_cancer"], [0, 19, 100, 300]),
            "digits": trajectory(X["digits"], list(range(10))),
        },
        "bestIrisInertia": KMeans(3, n_init=100, tol=0, random_state=0).fit(X["iris"]).inertia_,
        "miniBatches": {
            "iris": mini_batches(X["iris"][(np.arange(150) * 7) % 150], [0, 1, 2], 20),
            "wine": mini_batches(X["wine"][(np.arange(178) * 5) % 178], [0, 60, 140], 25),
        },
    }


# neighbours: every fifth row asks, the others answer


def neighbours(name):
    X, y = read(name)
    whole = ~np.isnan(X).any(axis=1)
    X, y = X[whole], y[whole]
    asks = np.arange(len(X)) % 5 == 0
    # A tree measures differences; algorithm="brute" uses |a|^2 - 2ab + |b|^2, which cancels.
    nearest = NearestNeighbors(n_neighbors=10, algorithm="kd_tree").fit(X[~asks])
    vote = KNeighborsClassifier(n_neighbors=5, algorithm="kd_tree").fit(X[~asks], y[~asks])
    return {
        "indices": nearest.kneighbors(X[asks], return_distance=False).tolist(),
        "labels": digits_of(vote.predict(X[asks])),
    }


# trees


def exported(tree, is_classifier=True):
    """A tree in preorder; a leaf has feature -1. Values are counts of classes, or the mean."""
    nodes = preorder(tree)
    values = tree.value[nodes, 0, :].astype(int) if is_classifier else tree.value[nodes, 0, 0]
    return {
        "featureIndex": [int(max(tree.feature[i], -1)) for i in nodes],
        "threshold": [float(tree.threshold[i]) if tree.feature[i] >= 0 else 0 for i in nodes],
        "values": values.tolist(),
    }


def preorder(tree):
    nodes, waiting = [], [0]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if tree.children_left[node] >= 0:
            waiting += [tree.children_right[node], tree.children_left[node]]
    return nodes


def lowest_tree(make):
    """Features are tried in random order, and the first of those that tie wins. Of the trees of many orders this is the one
    with the lowest feature where they part; and how many there are: one where no tie decides."""
    shapes = {tuple(zip(t["featureIndex"], t["threshold"])): t for t in (make(seed) for seed in range(SEEDS))}
    return {**shapes[min(shapes)], "nTrees": len(shapes)}


def classification_tree(name, **limits):
    X, y = read(name)
    return lowest_tree(lambda seed: exported(DecisionTreeClassifier(random_state=seed, **limits).fit(X, y).tree_))


def regression_tree(**limits):
    X, y = complete_penguins()
    return lowest_tree(
        lambda seed: exported(DecisionTreeRegressor(random_state=seed, **limits).fit(X, y).tree_, False)
    )


def boosted():
    # criterion="squared_error": the default, friedman_mse, weighs the sides of a split in another way.
    X, y = complete_penguins()
    model = GradientBoostingRegressor(
        n_estimators=20, learning_rate=0.1, max_depth=3, min_samples_leaf=5, criterion="squared_error", random_state=0
    ).fit(X, y)
    return {"initialPrediction": float(model.init_.constant_[0, 0]), "predictions": model.predict(X).tolist()}


def forest():
    X, y = read("wine")
    model = RandomForestClassifier(15, max_depth=3, random_state=0).fit(X, y)
    return {
        "trees": [exported(tree.tree_) for tree in model.estimators_],
        "votes": [digits_of(tree.predict(X)) for tree in model.estimators_],
        "predictions": digits_of(model.predict(X)),
    }


def exported_with_missing(predictor):
    """A tree of histogram boosting, which sends a missing value or an unseen category to one side."""
    nodes = []
    for node in predictor.nodes:
        if node["is_leaf"]:
            nodes.append({"value": float(node["value"])})
            continue
        shared = {
            "featureIndex": int(node["feature_idx"]),
            "left": int(node["left"]),
            "right": int(node["right"]),
            "missing": "left" if node["missing_go_to_left"] else "right",
        }
        if node["is_categorical"]:
            bits = predictor.raw_left_cat_bitsets[node["bitset_idx"]]
            shared["categories"] = [c for c in range(256) if (int(bits[c // 32]) >> (c % 32)) & 1]
        else:
            shared["threshold"] = float(node["num_threshold"])
        nodes.append(shared)
    return nodes


def trees_with_missing(columns):
    """Species of penguins, with missing cells, island first and sex last as categories; and rows with an island never seen."""
    X, y = read("penguins")
    X = X[:, columns]
    categories = [0, len(columns) - 1]
    model = HistGradientBoostingClassifier(
        max_iter=5, learning_rate=0.5, max_leaf_nodes=8, min_samples_leaf=5, categorical_features=categories, random_state=0
    ).fit(X[::2], y[::2])
    unseen = X[:20].copy()
    unseen[:, 0] = 7
    asked = np.vstack([X, unseen])
    return {
        "columns": columns,
        "baseline": model._baseline_prediction[0].tolist(),
        "trees": [[exported_with_missing(tree) for tree in trees] for trees in model._predictors],
        "unseenIsland": 7,
        "decisions": model.decision_function(asked).tolist(),
    }


def trees():
    limits = {
        "iris": {"min_samples_leaf": 10},
        "wine": {"min_samples_leaf": 10},
        "breast_cancer": {"max_depth": 3, "min_samples_leaf": 10},
        "digits": {"min_samples_leaf": 40},
    }
    return {
        "whole": {name: classification_tree(name) for name in limits},
        "limited": {name: {"options": camel(limit), **classification_tree(name, **limit)} for name, limit in limits.items()},
        "regression": {"options": camel(limits["iris"]), **regression_tree(**limits["iris"])},
        "boosted": boosted(),
        "forest": forest(),
        # With all features no split sends an island that it has not seen to the left; with the depth of the bill alone two do.
        "withMissing": [trees_with_missing([0, 1, 2, 3, 4, 5]), trees_with_missing([0, 2, 5])],
    }


def camel(options):
    return {word.split("_")[0] + "".join(w.title() for w in word.split("_")[1:]): v for word, v in options.items()}


# cost-complexity paths


def with_risk(tree):
    """scikit-learn prunes by impurity: here it gets the share of misclassified samples in place of Gini's."""
    values = tree.value[:, 0, :]
    tree.impurity[:] = 1 - values.max(axis=1) / values.sum(axis=1)
    return tree


def pruned(tree, alpha):
    subtree = Tree(tree.n_features, np.array([tree.n_classes[0]]), 1)
    _build_pruned_tree_ccp(subtree, tree, alpha)
    return digits_of(subtree.feature[preorder(subtree)] >= 0)


def pruning_path(name, noise=0):
    """The path of a tree grown on data with some labels wrong, so that there is much to prune."""
    X, y = read(name)
    random = np.random.RandomState(0)
    wrong = random.rand(len(y)) < noise
    y = np.where(wrong, random.randint(0, y.max() + 1, len(y)), y)
    tree = with_risk(DecisionTreeClassifier(random_state=0).fit(X, y).tree_)
    path = ccp_pruning_path(tree)
    alphas = np.unique(path["ccp_alphas"].round(12))
    between = np.sqrt(alphas[1:-1] * alphas[2:])
    chosen = between[:: max(1, len(between) // 5)]
    return {
        "tree": exported(tree),
        "ccpAlphas": path["ccp_alphas"].tolist(),
        "risks": path["impurities"].tolist(),
        "pruned": [{"ccpAlpha": float(a), "isSplit": pruned(tree, a)} for a in chosen],
    }


def pruning_paths():
    return {
        "iris": pruning_path("iris", 0.2),
        "wine": pruning_path("wine", 0.2),
        "breast_cancer": pruning_path("breast_cancer", 0.1),
        "digits": pruning_path("digits", 0.1),
    }


def write(topic, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / "expected" / f"{topic}.json").write_text(text + "\n")
    print(topic, len(text))


if __name__ == "__main__":
    write("kMeans", k_means())
    write("neighbours", {name: neighbours(name) for name in ["iris", "wine", "breast_cancer", "digits", "penguins"]})
    write("trees", trees())
    write("pruningPath", pruning_paths())
