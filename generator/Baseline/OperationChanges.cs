using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>What changed of an operation, seen by its callers.</summary>
internal sealed class OperationChanges(ChangeReport report)
{
    public static string Name(OperationDeclaration operation) => operation.Group + "." + operation.Name + "Async";

    public void Report(OperationDeclaration old, OperationDeclaration? now)
    {
        if (now is null)
        {
            report.Add(ChangeDescriptors.RemovedOperation, null, old.Place, Name(old), old.Method + " " + old.Path);
            return;
        }

        if (WireKeys.Of(old) != WireKeys.Of(now))
            report.Add(
                ChangeDescriptors.Renamed,
                now.Place,
                old.Place,
                "operation",
                old.Method + " " + old.Path,
                now.Method + " " + now.Path
            );
        else if (Name(old) != Name(now))
            report.Add(ChangeDescriptors.Renamed, now.Place, old.Place, "operation", Name(old), Name(now));
        if (!old.Operation.Deprecated && now.Operation.Deprecated)
            report.Add(ChangeDescriptors.NewlyDeprecated, now.Place, old.Place, "operation", Name(now));
        foreach (ParameterDeclaration parameter in old.Parameters)
            Parameter(old, now, parameter, now.Parameters.Find(p => WireKeys.Of(now, p) == WireKeys.Of(old, parameter)));
        foreach (ParameterDeclaration parameter in now.Parameters)
        {
            if (old.Parameters.Exists(p => WireKeys.Of(old, p) == WireKeys.Of(now, parameter)))
                continue;
            if (!old.Parameters.Exists(p => IsRenamed(p, parameter)))
                report.Add(ChangeDescriptors.AddedParameter, parameter.Source, null, Name(parameter), Name(now));
            if (parameter.IsRequired)
                Required(now, parameter.Source, old.Place, Name(parameter));
        }

        Body(old, now);
        Stream(old, now);
        Others(old, now);
        foreach (ResponseDeclaration response in old.Responses)
            Response(old, now, response, now.Responses.Find(r => r.Status == response.Status));
        foreach (ResponseDeclaration response in now.Responses)
        {
            if (!old.Responses.Exists(r => r.Status == response.Status))
                report.Add(ChangeDescriptors.AddedResponse, Place(now, response), null, Key(response.Status), Name(now));
        }
    }

    private void Parameter(OperationDeclaration old, OperationDeclaration now, ParameterDeclaration before, ParameterDeclaration? after)
    {
        if (after is null)
        {
            ParameterDeclaration? renamed = now.Parameters.Find(p => IsRenamed(before, p));
            if (renamed is not null)
                report.Add(
                    ChangeDescriptors.Renamed,
                    renamed.Source,
                    before.Source,
                    "parameter",
                    Name(now) + "." + before.Parameter.Name,
                    Name(now) + "." + renamed.Parameter.Name
                );
            else
                report.Add(ChangeDescriptors.RemovedParameter, now.Place, before.Source, Name(before), Name(now));
            Note(
                now,
                renamed is null
                    ? $"the {Name(before)} was removed{RemovalTexts.Reason(before)}"
                    : $"the {Name(before)} is '{renamed.Parameter.Name}' now"
            );
            return;
        }

        if (before.Parameter.Name != after.Parameter.Name)
        {
            report.Add(
                ChangeDescriptors.Renamed,
                after.Source,
                before.Source,
                "parameter",
                Name(now) + "." + before.Parameter.Name,
                Name(now) + "." + after.Parameter.Name
            );
            Note(now, $"the {Name(before)} is '{after.Parameter.Name}' now");
        }

        if (!report.IsSame(before.Use, after.Use) || before.IsJson != after.IsJson)
            Changed(now, after.Source, before.Source, Name(after), ChangeReport.Text(before.Use), ChangeReport.Text(after.Use));
        if (!before.IsRequired && after.IsRequired)
            Required(now, after.Source, before.Source, Name(after));
        else if (before.IsRequired != after.IsRequired)
            report.Add(ChangeDescriptors.Obligation, after.Source, before.Source, Name(after), Name(now), "optional");
        else if (before.Use.Nullable != after.Use.Nullable && before.IsRequired)
            report.Add(
                ChangeDescriptors.Obligation,
                after.Source,
                before.Source,
                Name(after),
                Name(now),
                after.Use.Nullable ? "nullable" : "never null"
            );
        if (!before.Parameter.Deprecated && after.Parameter.Deprecated)
            report.Add(ChangeDescriptors.NewlyDeprecated, after.Source, before.Source, "parameter", Name(now) + "." + after.Parameter.Name);
    }

    public static bool IsRenamed(ParameterDeclaration old, ParameterDeclaration now) =>
        Lowering.SchemaFacts.TextExtension(now.Parameter.Extensions, Renames.Hint) is { } name && name == old.Parameter.Name;

    private void Body(OperationDeclaration old, OperationDeclaration now)
    {
        SpecPointer before = old.Place["requestBody"],
            after = now.Place["requestBody"];
        switch (old.Body, now.Body)
        {
            case (null, null):
                return;
            case ({ }, null):
                report.Add(ChangeDescriptors.RemovedParameter, now.Place, before, "body", Name(now));
                Note(now, "the body was removed");
                return;
            case (null, { } added):
                report.Add(ChangeDescriptors.AddedParameter, after, null, "body", Name(now));
                if (added.IsRequired)
                    Required(now, after, old.Place, "body");
                return;
            case ({ } one, { } other):
                foreach ((BodyDeclaration body, BodyDeclaration? same) in ApiMatch.Bodies(old, now))
                    Body(now, before, after, body, same);
                foreach (
                    BodyDeclaration added in now.Bodies.Where(b =>
                        now.Bodies.Count > 1 && !old.Bodies.Exists(o => o.MediaType == b.MediaType)
                    )
                )
                {
                    report.Add(
                        ChangeDescriptors.AddedParameter,
                        after["content"][added.MediaType],
                        null,
                        $"body '{added.MediaType}'",
                        Name(now)
                    );
                }

                if (!one.IsRequired && other.IsRequired)
                    Required(now, after, before, "body");
                else if (one.IsRequired != other.IsRequired)
                    report.Add(ChangeDescriptors.Obligation, after, before, "body", Name(now), "optional");
                return;
        }
    }

    private void Body(OperationDeclaration operation, SpecPointer before, SpecPointer after, BodyDeclaration old, BodyDeclaration? now)
    {
        if (now is null)
        {
            report.Add(
                ChangeDescriptors.RemovedParameter,
                operation.Place,
                before["content"][old.MediaType],
                $"body '{old.MediaType}'",
                Name(operation)
            );
            Note(operation, $"the body '{old.MediaType}' was removed");
            return;
        }

        bool isSame = (old.Use, now.Use) switch
        {
            ({ } use, { } use2) => report.IsSame(use, use2),
            (null, null) => true,
            _ => false,
        };
        if (!isSame)
            Changed(operation, after, before, "body", Text(old), Text(now));
        else if (old.MediaType != now.MediaType)
            report.Add(ChangeDescriptors.ChangedType, after, before, $"the body of '{Name(operation)}'", old.MediaType, now.MediaType);
    }

    private void Response(OperationDeclaration old, OperationDeclaration now, ResponseDeclaration before, ResponseDeclaration? after)
    {
        if (after is null)
        {
            report.Add(ChangeDescriptors.RemovedResponse, now.Place, Place(old, before), Key(before.Status), Name(now));
            return;
        }

        bool isSame = (before.Use, after.Use) switch
        {
            ({ } use, { } use2) => report.IsSame(use, use2) && use.Nullable == use2.Nullable,
            (null, null) => true,
            _ => false,
        };
        if (!isSame || before.Form != after.Form)
            report.Add(
                ChangeDescriptors.ChangedType,
                Place(now, after),
                Place(old, before),
                $"the response {Key(after.Status)} of '{Name(now)}'",
                Text(before),
                Text(after)
            );
    }

    private void Stream(OperationDeclaration old, OperationDeclaration now)
    {
        if (old.Stream is not { } before)
            return;
        string what = $"the items of '{Name(now)}'";
        if (now.Stream is not { } after)
            report.Add(ChangeDescriptors.ChangedType, now.Place, old.Place, what, ChangeReport.Text(before.Item), "none");
        else if (!report.IsSame(before.Item, after.Item))
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                what,
                ChangeReport.Text(before.Item),
                ChangeReport.Text(after.Item)
            );
    }

    private void Others(OperationDeclaration old, OperationDeclaration now)
    {
        foreach (AlternativeDeclaration before in old.Alternatives)
        {
            string what = $"the response '{before.MediaTypes}' of '{Name(now)}'";
            AlternativeDeclaration? after = now.Alternatives.Find(a => a.Word == before.Word);
            if (after is null)
                report.Add(ChangeDescriptors.ChangedType, now.Place, old.Place, what, ChangeReport.Text(before.Use), "none");
            else if (!report.IsSame(before.Use, after.Use))
                report.Add(
                    ChangeDescriptors.ChangedType,
                    now.Place,
                    old.Place,
                    what,
                    ChangeReport.Text(before.Use),
                    ChangeReport.Text(after.Use)
                );
        }
    }

    private void Changed(OperationDeclaration operation, SpecPointer now, SpecPointer old, string what, string before, string after)
    {
        report.Add(ChangeDescriptors.ChangedType, now, old, $"the {what} of '{Name(operation)}'", before, after);
        Note(operation, $"the type of the {what} is '{after}' now");
    }

    private void Required(OperationDeclaration operation, SpecPointer now, SpecPointer old, string what)
    {
        report.Add(ChangeDescriptors.RequiredInput, now, old, what, Name(operation));
        Note(operation, $"the {what} must be given");
    }

    private void Note(OperationDeclaration now, string text)
    {
        if (!report.Notes.TryGetValue(now, out List<string>? notes))
            report.Notes.Add(now, notes = []);
        notes.Add(text);
    }

    private static string Name(ParameterDeclaration parameter) => "parameter '" + parameter.Parameter.Name + "'";

    private static string Text(BodyDeclaration body) => body.Use is { } use ? ChangeReport.Text(use) : body.MediaType;

    private static string Text(ResponseDeclaration response) => response.Use is { } use ? ChangeReport.Text(use) : "none";

    private static string Key(int status) =>
        status switch
        {
            0 => "default",
            < 10 => status.ToString(System.Globalization.CultureInfo.InvariantCulture) + "XX",
            _ => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private static SpecPointer Place(OperationDeclaration operation, ResponseDeclaration response) =>
        operation.Place["responses"][
            operation.Operation.Responses?.Keys.FirstOrDefault(k => StatusNames.Parse(k) == response.Status) ?? ""
        ];
}
