using System.Data;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;

namespace WorkReports.Storage;

/// <summary>How nouns lie in columns: moments as seconds, lists and the profile as JSON.</summary>
static class SqliteTypeMappings
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new MomentColumn());
        SqlMapper.AddTypeHandler(new JsonColumn<IReadOnlyList<string>>());
        SqlMapper.AddTypeHandler(new JsonColumn<IReadOnlyList<Attachment>>());
        SqlMapper.AddTypeHandler(new JsonColumn<IReadOnlyList<Section>>());
        SqlMapper.AddTypeHandler(new JsonColumn<Section>());
        SqlMapper.AddTypeHandler(new JsonColumn<SiteProfile>());
    }

    sealed class MomentColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.ToUnixTimeSeconds();

        public override DateTimeOffset Parse(object value) =>
            BeijingTime.At(DateTimeOffset.FromUnixTimeSeconds((long)value));
    }

    sealed class JsonColumn<T> : SqlMapper.TypeHandler<T>
    {
        // The relaxed encoder keeps Chinese as it is; nothing here reaches a page without being encoded for it.
        static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override void SetValue(IDbDataParameter parameter, T? value) =>
            parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, Options);

        public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, Options);
    }
}
