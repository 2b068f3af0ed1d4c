"""Writes optimizers.json, schedules.json and losses.json: what PyTorch computes in double precision.

    python3 -m venv /tmp/torch && /tmp/torch/bin/pip install torch==2.13.0 numpy==1.26.4
    /tmp/torch/bin/python Tests/NeuralNetworkTests/PyTorch/make_training.py
"""
import json
import random
import re
from pathlib import Path

import torch
from torch.optim import lr_scheduler as schedulers

STEPS, STEPS_PER_EPOCH = 50, 10
torch.set_default_dtype(torch.float64)
random.seed(1)


def write(name, document):
    text = json.dumps(document, indent=1)
    # A list of numbers takes one line.
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda found: "[" + " ".join(found[1].split()) + "]", text)
    (Path(__file__).parent / name).write_text(text + "\n")


def number():
    """Exact in float32."""
    return random.randint(-128, 128) / 64


def optimizers():
    start = {"kernel": [number() for _ in range(6)], "bias": [number() for _ in range(3)]}
    gradients = [[number() for _ in range(9)] for _ in range(STEPS)]
    rates = [0.01 * (1 + step % 5) for step in range(STEPS)]

    def after(make, decay=0.0, average=None):
        """The parameters, or their average, after some of the steps."""
        model = torch.nn.Linear(3, 2)  # 6 weights and a bias that is replaced
        model.weight = torch.nn.Parameter(torch.tensor(start["kernel"]))
        model.bias = torch.nn.Parameter(torch.tensor(start["bias"]))
        groups = [{"params": [model.weight], "weight_decay": decay}, {"params": [model.bias], "weight_decay": 0.0}]
        optimizer = make(groups)
        averaged = average and torch.optim.swa_utils.AveragedModel(
            model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(average))
        result = {}
        for step, (gradient, rate) in enumerate(zip(gradients, rates), 1):
            model.weight.grad = torch.tensor(gradient[:6])
            model.bias.grad = torch.tensor(gradient[6:])
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
            if averaged:
                averaged.update_parameters(model)
            if step in (1, 2, 10, STEPS):
                shown = averaged.module if averaged else model
                result[str(step)] = shown.weight.tolist() + shown.bias.tolist()
        return result

    optim = torch.optim
    cases = [
        ({"kind": "adam"}, after(lambda groups: optim.Adam(groups, eps=1e-7))),
        ({"kind": "adam", "beta1": 0.8, "beta2": 0.99}, after(lambda groups: optim.Adam(groups, betas=(0.8, 0.99)))),
        ({"kind": "adamw"}, after(lambda groups: optim.AdamW(groups), decay=0.01)),
        ({"kind": "adamw", "weight_decay": 0.3, "epsilon": 0.1, "beta2": 0.9},
         after(lambda groups: optim.AdamW(groups, eps=0.1, betas=(0.9, 0.9)), decay=0.3)),
        ({"kind": "sgd"}, after(lambda groups: optim.SGD(groups))),
        ({"kind": "sgd", "momentum": 0.9}, after(lambda groups: optim.SGD(groups, momentum=0.9))),
        ({"kind": "sgd", "momentum": 0.9, "nesterov": True, "weight_decay": 0.05},
         after(lambda groups: optim.SGD(groups, momentum=0.9, nesterov=True), decay=0.05)),
        ({"kind": "averaged", "decay": 0.9, "optimizer": {"kind": "sgd", "momentum": 0.5}},
         after(lambda groups: optim.SGD(groups, momentum=0.5), average=0.9)),
    ]
    return {"start": start, "gradients": gradients, "rates": rates,
            "cases": [{"optimizer": optimizer, "after": values} for optimizer, values in cases]}


def schedules():
    def rates(rate, make, warmup=0):
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)
        scheduler = make(optimizer, STEPS - warmup)
        if warmup:
            rising = schedulers.LinearLR(optimizer, start_factor=1 / (warmup + 1), total_iters=warmup)
            scheduler = schedulers.SequentialLR(optimizer, [rising, scheduler], milestones=[warmup])
        result = []
        for _ in range(STEPS):
            result.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        return result

    cases = [
        ({"kind": "constant"}, rates(1e-3, lambda o, steps: schedulers.ConstantLR(o, factor=1))),
        ({"kind": "constant", "learning_rate": 0.1, "warmup_epochs": 1.5},
         rates(0.1, lambda o, steps: schedulers.ConstantLR(o, factor=1), warmup=15)),
        ({"kind": "step", "learning_rate": 0.1, "factor": 0.3, "every_epochs": 2},
         rates(0.1, lambda o, steps: schedulers.StepLR(o, 2 * STEPS_PER_EPOCH, gamma=0.3))),
        ({"kind": "step", "learning_rate": 0.1, "warmup_epochs": 1},
         rates(0.1, lambda o, steps: schedulers.StepLR(o, 10 * STEPS_PER_EPOCH), warmup=10)),
        ({"kind": "exponential", "learning_rate": 0.1, "factor": 0.7},
         rates(0.1, lambda o, steps: schedulers.ExponentialLR(o, 0.7 ** (1 / STEPS_PER_EPOCH)))),
        ({"kind": "exponential", "learning_rate": 0.1, "factor": 0.7, "warmup_epochs": 0.5},
         rates(0.1, lambda o, steps: schedulers.ExponentialLR(o, 0.7 ** (1 / STEPS_PER_EPOCH)), warmup=5)),
        ({"kind": "cosine", "learning_rate": 0.1},
         rates(0.1, lambda o, steps: schedulers.CosineAnnealingLR(o, steps))),
        ({"kind": "cosine", "learning_rate": 0.1, "final_learning_rate": 0.02, "warmup_epochs": 1},
         rates(0.1, lambda o, steps: schedulers.CosineAnnealingLR(o, steps, eta_min=0.02), warmup=10)),
        ({"kind": "one_cycle", "learning_rate": 0.1},
         rates(0.1, lambda o, steps: schedulers.OneCycleLR(o, 0.1, total_steps=steps, cycle_momentum=False))),
        ({"kind": "one_cycle", "learning_rate": 0.1, "pct_start": 0.4, "div_factor": 10, "final_div_factor": 100},
         rates(0.1, lambda o, steps: schedulers.OneCycleLR(
             o, 0.1, total_steps=steps, pct_start=0.4, div_factor=10, final_div_factor=100, cycle_momentum=False))),
    ]
    return {"steps_per_epoch": STEPS_PER_EPOCH,
            "cases": [{"schedule": schedule, "rates": values} for schedule, values in cases]}


def losses():
    classes, samples = 5, 4
    logits = torch.tensor([[2 * number() for _ in range(classes)] for _ in range(samples)], requires_grad=True)
    labels = torch.tensor([sample % classes for sample in range(samples)])
    # Second labels and their shares, as mixup makes them; the second sample's is its own.
    mixed = {"labels": [3, 1, 0, 4], "shares": [0.25, 0.5, 0.0, 0.125]}
    shares = torch.tensor(mixed["shares"]).unsqueeze(1)
    one_hot = torch.nn.functional.one_hot
    mixture = (1 - shares) * one_hot(labels, classes) + shares * one_hot(torch.tensor(mixed["labels"]), classes)
    cases = []
    for smoothing, target in [(0.0, labels), (0.1, labels), (0.9, labels), (0.0, mixture), (0.1, mixture)]:
        logits.grad = None
        loss = torch.nn.functional.cross_entropy(logits, target, label_smoothing=smoothing)
        loss.backward()
        case = {"loss": {"label_smoothing": smoothing}, "mean": loss.item(),
                "gradient": logits.grad.flatten().tolist()}
        cases.append({**case, "mixed": mixed} if target is mixture else case)
    return {"classes": classes, "logits": logits.flatten().tolist(), "labels": labels.tolist(), "cases": cases}


write("optimizers.json", optimizers())
write("schedules.json", schedules())
write("losses.json", losses())
