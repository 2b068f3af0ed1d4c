#!/bin/bash
# Tries docs/many-machines.md with real Slurm daemons: one node on the loopback, as the user who starts it.
#
#     apt-get install slurm-wlm munge
#     Tests/Slurm/try.sh [PROGRAM]
#
# An array of three trainings runs; one is killed after its first checkpoint. The array goes on, the killed task starts again
# by itself and resumes, and `combine` makes one run of the three: the bytes of a training that was never interrupted.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../../.build/release/training-report}")
work=$(mktemp -d)
export SLURM_CONF=$work/slurm.conf
user=$(id -un) node=$(hostname -s)
daemons=()

finish() {
  status=$?
  trap - EXIT
  scancel --user="$user" 2>/dev/null || true
  sleep 1
  for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  if [ $status -ne 0 ]; then
    echo "FAILED; logs and results are in $work" >&2
    tail -n 5 "$work"/*.log >&2 || true
  else
    rm -rf "$work"
  fi
  exit $status
}
trap finish EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Waits until a command succeeds, for so many seconds at the most.
wait_for() {
  local seconds=$1 what=$2
  shift 2
  for _ in $(seq $((seconds * 5))); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  echo "waited $seconds s for $what" >&2
  return 1
}

mkdir -m 755 "$work/state" "$work/spool" "$work/munge"
chmod 755 "$work"
head -c 1024 /dev/urandom >"$work/munge/key"
chmod 600 "$work/munge/key"
cat >"$SLURM_CONF" <<CONF
ClusterName=loopback
SlurmctldHost=$node(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
# A task that starts again waits until its credentials have expired: 120 s unless this is less.
AuthInfo=socket=$work/munge/socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
KillWait=2
MinJobAge=300
ReturnToService=2
MailProg=/bin/true
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF

munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
  --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" >"$work/munge.log" 2>&1 &
daemons+=($!)
wait_for 10 munged test -S "$work/munge/socket"
slurmctld -D >"$work/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D -N "$node" >"$work/slurmd.log" 2>&1 &
daemons+=($!)
wait_for 60 "the node" sh -c "sinfo --noheader --format=%t | grep -qx idle"
echo "Slurm $(sinfo --version | cut -d' ' -f2): $(sinfo --noheader --format='%n, %c CPUs, %t')"

cd "$work"
export TRAINING_REPORT=$program RECIPE='--models simple_nn --epochs 6'
job=$(sbatch --parsable --array=1-3 --cpus-per-task=1 "$here/sweep.sbatch")
echo "job $job: three trainings, one CPU each"

wait_for 300 "a checkpoint" sh -c 'ls runs/seed-2/checkpoint/*/history.json'
victim=$(pgrep -f -- "$program run .*--output runs/seed-2 ")
kill -KILL $victim
echo "killed task 2 after $(grep -c . runs/seed-2/checkpoint/*/history.json) lines of history"

wait_for 600 "the array" sh -c "test -z \"\$(squeue --noheader --jobs=$job 2>/dev/null)\""
restarts=$(scontrol show job "${job}_2" | grep -o 'Restarts=[0-9]*')
echo "task 2: $restarts"
[ "$restarts" = "Restarts=1" ]
for task in 1 2 3; do
  test -e "runs/seed-$task/run/run.json"
  ! test -e "runs/seed-$task/checkpoint"
done

"$program" combine runs/seed-* --output combined --quiet
"$program" run $RECIPE --seeds 1-3 --threads 1 --output whole --quiet
diff -r --exclude=run.json whole/run combined/run
python3 - <<'CHECK'
import json

def untimed(value):
    if isinstance(value, dict):
        return {key: untimed(entry) for key, entry in value.items() if key != "seconds"}
    return [untimed(entry) for entry in value] if isinstance(value, list) else value

whole, combined = (untimed(json.load(open(f"{name}/run/run.json"))) for name in ("whole", "combined"))
assert whole == combined, "run.json differs"
CHECK
echo "the combined run has the bytes of one that was never interrupted, but for the times of its epochs"
