using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// How many characters of C# a model becomes, more or less: known before anything is written, so that what is too much is told and not
/// written. The fixed parts are what the emitters need for one of a kind.
/// </summary>
internal static class EmittedLength
{
    private const int PerType = 1500;
    private const int PerMember = 400;
    private const int PerCase = 700;
    private const int PerMethod = 1200;
    private const int PerParameter = 120;

    public static int Of(TypeModel type) =>
        PerType
        + Of(type.Docs)
        + type switch
        {
            RecordModel record => record.Properties.Sum(static p =>
                PerMember + p.WireName.Length + (4 * p.Name.Length) + Of(p.Docs) + (p.Default?.Length ?? 0)
            ),
            TupleModel tuple => tuple.Items.Sum(static p => PerMember + (4 * p.Name.Length) + Of(p.Docs)),
            EnumModel enumeration => enumeration.Values.Sum(Of),
            ClosedEnumModel closed => closed.Values.Sum(Of),
            UnionModel union => union.Cases.Sum(static c => PerCase + (6 * c.Type.CSharp.Length)),
            _ => 0,
        };

    /// <summary>A method for each way to give the body, in the interface and in the class.</summary>
    public static int Of(OperationModel operation)
    {
        int parameters = operation.Parameters.Sum(static p => PerParameter + (2 * p.Name.Length) + p.Docs.Length);
        int overloads = System.Math.Max(1, operation.Bodies.Length);
        return overloads * (PerMethod + (2 * parameters) + Of(operation.Docs));
    }

    private static int Of(EnumValueModel value) => 200 + (4 * value.Name.Length) + value.Literal.Length + Of(value.Docs);

    private static int Of(DocModel docs) => docs.Summary.Length + docs.Remarks.Length;
}
