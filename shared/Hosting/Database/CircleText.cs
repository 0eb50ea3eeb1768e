using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ceptoar.Hosting.Database;

/// <summary>A circle in the database is its JSON.</summary>
public sealed class CircleText() : ValueConverter<Circle, string>(
    circle => JsonSerializer.Serialize(circle, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<Circle>(text, JsonSerializerOptions.Default)!);
