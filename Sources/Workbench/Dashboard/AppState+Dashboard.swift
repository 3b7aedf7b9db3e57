// What commands and the mouse do on the dashboard.

import CodingCore
import Screen

extension AppState {
    mutating func performOnDashboard(
        _ command: Command,
        count: Int?,
        argument: String?,
        edit: CodingEdit
    ) -> [Effect] {
        let steps = nextSteps
        let page = max(1, dashboardLayout.area(of: dashboard.section).rows - 1)
        switch command {
        case .rowDown: dashboard.move(by: count ?? 1, steps: steps.count)
        case .rowUp: dashboard.move(by: -(count ?? 1), steps: steps.count)
        case .pageDown: dashboard.move(by: (count ?? 1) * page, steps: steps.count)
        case .pageUp: dashboard.move(by: -(count ?? 1) * page, steps: steps.count)
        case .top: dashboard.move(by: -.max / 2, steps: steps.count)
        case .bottom where count == nil: dashboard.move(by: .max / 2, steps: steps.count)
        case .bottom:
            dashboard.move(by: -.max / 2, steps: steps.count)
            dashboard.move(by: (count ?? 1) - 1, steps: steps.count)
        case .focusNext, .focusPrevious:
            for _ in 0..<(count ?? 1) { dashboard.turn(forward: command == .focusNext, steps: steps.count) }
        case .open: return openOnDashboard(steps)
        default: break
        }
        dashboard.keepInSight(dashboardLayout, steps: steps.count)
        return []
    }

    /// Where the parts of the dashboard stand in the window.
    var dashboardLayout: DashboardLayout {
        DashboardLayout(
            size,
            documents: dashboard.documents.count,
            codes: dashboard.codes.count,
            steps: nextSteps.count
        )
    }

    private mutating func openOnDashboard(_ steps: [NextStep]) -> [Effect] {
        if let document = dashboard.document { return [.open(document, place: nil)] }
        if let code = dashboard.code { return showExtracts(of: .code(code)) }
        if dashboard.section == .next, steps.indices.contains(dashboard.index) {
            return take(steps[dashboard.index])
        }
        refuse("There is nothing here to go to.")
        return []
    }

    /// A press chooses a row, one on the chosen row goes there; the wheel moves through the rows.
    mutating func handleOnDashboard(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        switch event.action {
        case .wheelDown: return performOnDashboard(.rowDown, count: Self.wheelRows, argument: nil, edit: edit)
        case .wheelUp: return performOnDashboard(.rowUp, count: Self.wheelRows, argument: nil, edit: edit)
        case .press where event.button == .left:
            let steps = nextSteps
            for section in DashboardState.Section.allCases {
                let area = dashboardLayout.area(of: section)
                guard area.contains(row: event.row, column: event.column) else { continue }
                var list = dashboard.list(of: section)
                let count = dashboard.count(of: section, steps: steps.count)
                let pressed = list.visibleRows(count: count, height: area.rows).lowerBound + event.row - area.row
                guard pressed < count else { return [] }
                notice = nil
                if dashboard.section == section, dashboard.index == pressed {
                    return openOnDashboard(steps)
                }
                dashboard.choose(section, pressed)
            }
        case .press, .drag, .release: break
        }
        return []
    }
}
