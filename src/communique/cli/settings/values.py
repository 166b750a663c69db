"""The settings of a command: each option's value by the environment, else the file, else its default, and whence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import click
from pydantic import Field, PlainValidator, ValidationError, create_model
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from communique.cli.kind_names import KindNames
from communique.cli.settings.checking import written
from communique.cli.settings.files import SettingsFile
from communique.cli.settings.keys import PREFIX, keys_of, takes
from communique.errors import ConfigurationError, InputError

_SDK_PREFIX = "OPENAI_"
_TOLD_BY_TYPE = (click.Choice, click.IntRange, click.FloatRange, type(click.BOOL))
_OF_THE_SDK = frozenset({"model", "base_url"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A key's value in force: `source` says of what kind its origin is, `where` names it."""

    key: str
    option: click.Option
    value: Any
    source: Literal["default", "file", "environment"]
    where: str


class _SDKSource(EnvSettingsSource):
    """What the environment tells the SDK of openai, and us."""

    def __call__(self) -> dict[str, Any]:
        """The values by field."""
        return {name: value for name, value in super().__call__().items() if name in _OF_THE_SDK}


class Settings(BaseSettings):
    """A command's settings: its own class has a field for each key, filled by the environment, else by the file."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, validate_default=False
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings gives it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment before the file; the command line, before both, is click's."""
        return env_settings, _SDKSource(settings_cls, env_prefix=_SDK_PREFIX), init_settings


class _Converter:
    """Reads a value as the same words on the command line."""

    def __init__(self, option: click.Option) -> None:
        self._option = option

    def __call__(self, value: object) -> Any:  # noqa: ANN401 - what the option takes
        """The option's value; raises ValueError."""
        if self._option.multiple:
            return tuple(self._one(item) for item in (value if isinstance(value, list) else [value]))
        if isinstance(value, list) and isinstance(self._option.type, KindNames):
            return self._one(",".join(str(item) for item in value))
        return self._one(value)

    def _one(self, value: object) -> Any:  # noqa: ANN401 - the same
        option, is_yes_or_no = self._option, isinstance(value, bool)
        if not isinstance(value, str | int | float) or (is_yes_or_no and not option.is_flag):
            raise ValueError(f"{str(value).lower() if is_yes_or_no else repr(value)} is not taken")
        words = str(Path(str(value)).expanduser()) if isinstance(option.type, click.Path) else str(value)
        try:
            return option.type.convert(words, option, None)
        except click.BadParameter as error:
            told = f"{value!r} is not taken" if isinstance(option.type, _TOLD_BY_TYPE) else error.message
            raise ValueError(told) from error


def settings_class(command: click.Command) -> type[Settings]:
    """The class of a command's settings, made from its options."""
    fields: dict[str, Any] = {
        field_of(key): (Annotated[Any, PlainValidator(_Converter(option))], Field(default=None))
        for key, option in keys_of(command).items()
    }
    return create_model("CommandSettings", __base__=Settings, **fields)


def field_of(key: str) -> str:
    """The field of a key."""
    return key.replace("-", "_")


def variable_of(field: str) -> str:
    """The environment variable of a field: of the two that the SDK has, its own where only that is set."""
    own, other = f"{PREFIX}{field.upper()}", f"{_SDK_PREFIX}{field.upper()}"
    return other if field in _OF_THE_SDK and not os.environ.get(own) and os.environ.get(other) else own


class CommandSettings:
    """The settings of one command, whose section of the file goes before the file's other keys."""

    def __init__(self, command: click.Command, section: str, file: SettingsFile | None) -> None:
        self._options, self._file = keys_of(command), file
        self._places = {} if file is None else _places(file, section, self._options)
        self._class = settings_class(command)
        self._environment = frozenset(EnvSettingsSource(self._class)()) | frozenset(
            _SDKSource(self._class, env_prefix=_SDK_PREFIX)()
        )

    def resolved(self) -> tuple[Setting, ...]:
        """Every key with value and origin; raises InputError or ConfigurationError for a value that is not taken."""
        try:
            given: dict[str, Any] = {field_of(key): self._given(key) for key in self._places}
            held = self._class(**given)
        except ValidationError as error:
            raise self._fault(str(error.errors()[0]["loc"][0]), error.errors()[0]["msg"]) from error
        return tuple(self._setting(key, held) for key in self._options)

    def applied(self) -> tuple[Setting, ...]:
        """The settings that are more than a default; what the SDK's own variables say is read where they are used."""
        return tuple(setting for setting in self.resolved() if _is_applied(setting))

    def _setting(self, key: str, held: Settings) -> Setting:
        option, field = self._options[key], field_of(key)
        if field not in held.model_fields_set:
            return Setting(key, option, default_of(option), "default", "default")
        source: Literal["file", "environment"] = "environment" if field in self._environment else "file"
        where = variable_of(field) if source == "environment" else self._where(key)
        return Setting(key, option, getattr(held, field), source, where)

    def _where(self, key: str) -> str:
        if self._file is None:
            return ""
        line = self._file.line(self._places[key])
        return self._file.told if line is None else f"{self._file.told}:{line}"

    def _given(self, key: str) -> object:
        """What the file says, its paths from its own folder."""
        value: Any = self._file.table if self._file else {}
        for step in self._places[key]:
            value = value[step]
        folder = self._file.path.parent if self._file else Path()
        if isinstance(value, list) and self._options[key].multiple:
            return [_placed(self._options[key], item, folder) for item in value]
        return _placed(self._options[key], value, folder)

    def _fault(self, field: str, told: str) -> InputError | ConfigurationError:
        key = next(key for key in self._options if field_of(key) == field)
        told, mend = told.removeprefix("Value error, "), f"it takes {takes(self._options[key])}"
        if field in self._environment:
            return ConfigurationError(f"{variable_of(field)}: {told.rstrip('.')}; {mend}")
        file = self._file
        path, line = (None, None) if file is None else (file.told, file.line(self._places[key]))
        return InputError(f"{key}: {told.rstrip('.')}", path=path, line=line, mend=mend)


def _is_applied(setting: Setting) -> bool:
    return setting.source == "file" or (setting.source == "environment" and setting.where.startswith(PREFIX))


def _places(file: SettingsFile, section: str, options: Mapping[str, click.Option]) -> dict[str, tuple[str, ...]]:
    """Where in the file's table each key stands that the command has."""
    own = file.table.get(section)
    found: dict[str, tuple[str, ...]] = {written(key): (key,) for key in file.table}
    found |= {written(key): (section, key) for key in own} if isinstance(own, Mapping) else {}
    return {key: place for key, place in found.items() if key in options}


def _placed(option: click.Option, value: object, folder: Path) -> object:
    """A path of the file, from the file's folder; another value as it is."""
    is_path = isinstance(option.type, click.Path) or (isinstance(value, str) and value.endswith(".gguf"))
    return str(folder / Path(value).expanduser()) if is_path and isinstance(value, str) else value


def default_of(option: click.Option) -> object:
    """What the option is where nothing is said; None for nothing."""
    value: object = option.to_info_dict()["default"]
    return False if option.is_flag and value is None else value
