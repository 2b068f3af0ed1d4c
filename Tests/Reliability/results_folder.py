"""What can be said of a results folder from its files alone: whether each is whole, and what it holds."""
import ast
import hashlib
import json
import struct
import zlib


def final_files(folder):
    """All files under a final name; what begins with a dot is work in progress."""
    return [path for path in sorted(folder.rglob('*'))
            if path.is_file() and not any(part.startswith('.') for part in path.relative_to(folder).parts)]


def not_whole(folder):
    """The names of the files under a final name that are cut off or damaged."""
    return [str(path.relative_to(folder)) for path in final_files(folder) if not is_whole(path)]


def is_whole(path):
    check = {'.png': png_is_whole, '.json': json.loads, '.npy': npy_is_whole, '.safetensors': safetensors_is_whole}
    content = path.read_bytes()
    try:
        return bool(check.get(path.suffix, lambda text: text.endswith(b'\n'))(content))
    except (ValueError, struct.error, IndexError, SyntaxError):
        return False


def png_is_whole(content):
    place, kind = 8, b''
    while place + 12 <= len(content):
        length, kind = struct.unpack('>I4s', content[place:place + 8])
        data = content[place + 4:place + 8 + length]
        if len(data) != length + 4 or zlib.crc32(data) != struct.unpack('>I', content[place + 8 + length:][:4])[0]:
            return False
        place += 12 + length
    return content[:8] == b'\x89PNG\r\n\x1a\n' and place == len(content) and kind == b'IEND'


def npy_is_whole(content):
    length, = struct.unpack('<H', content[8:10])
    header = ast.literal_eval(content[10:10 + length].decode())
    size = int(header['descr'][2:])
    for extent in header['shape']:
        size *= extent
    return len(content) == 10 + length + size


def safetensors_is_whole(content):
    length, = struct.unpack('<Q', content[:8])
    tensors = json.loads(content[8:8 + length])
    ends = [tensor['data_offsets'][1] for name, tensor in tensors.items() if name != '__metadata__']
    return len(content) == 8 + length + max(ends)


def digests(folder, only=lambda path: True):
    """The files' contents by name. Of run.json all but how long the epochs took."""
    def digest(path):
        content = path.read_bytes()
        if path.name == 'run.json':
            record = json.loads(content)
            for model in record['models']:
                for training in [model, *model.get('members', [])]:
                    for history in ('history', 'history_sd'):
                        (training.get(history) or {}).pop('seconds', None)
            content = json.dumps(record, sort_keys=True).encode()
        return hashlib.sha256(content).hexdigest()
    return {str(path.relative_to(folder)): digest(path) for path in final_files(folder) if only(path)}


def drawn(folder):
    """The figures and the summary."""
    return digests(folder, lambda path: path.parent == folder)
